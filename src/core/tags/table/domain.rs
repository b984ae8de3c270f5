//! The facet `domain`: where the work is applied.

use super::{Entry, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[Entry] = &[
    tag("medical", "Medicine", "Medicine: imaging, pathology, surgery, the clinic.")
        .strong("\
            (medical|biomedical|clinical|radiolog*|patholog*|surgical|histopatholog*|diagnostic radiology|healthcare) (image|images|imaging|
            segmentation|data|dataset|datasets|report*|visual|vision|reasoning|question|note*|record*|=AI|diagnos*|detection|
            decision*|text|practice|workflow*|application*|video*|robot*|benchmark|language|=VQA|=LLM*|=VLM*|domain|foundation|
            expert*|training|setting*|history|annotation*|exam*|knowledge|trial*|care|routine|phase|scene*|instrument*|model*|
            analysis|usability|implementation|agent*|use*|context*|study|center*|device*|prediction*|task*|classification|translation);
            radiology; radiologist; histopatholog*; computational pathology; digital pathology; computer aided diagnosis; surgery; surgical; (chest|dental|
            spinal|panoramic) (x ray|xray|radiograph*|=CXR|=CT); =CXR; cancer; tumor; tumour; covid 19; endoscop*; colonoscop*; laparoscop*; ultrasound
            image*; echocardiogra*; mammogra*; electronic health record*; =EHR; =EHRs; diabetic retinopathy; retinal (image*|vessel*|fundus|vascular);
            fundus; glaucoma; (brain|cardiac|liver|lung|prostate|knee|abdominal|fetal|hip|breast) (=MRI|mri|=MR|=CT|ct|segmentation|
            tumor|image*|imaging|lesion*|ultrasound|scan*); abdominal; magnetic resonance; alzheimer; dementia; parkinson; =ICU; radiotherapy; patient
            outcome; carcinoma; pathological image*; anatomical; scoliosis; retinal; pathologist; =CBCT;
            dermatolog*; dermoscop*; prosthe*; whole slide image*; epilep*; =fMRI; stroke (patient*|lesion*); drug (discovery|interaction*); psychiatr*; nursing")
        .normal("\
            medical; clinical; clinician; patient; disease; =MRI; radiograph*; diagnos*; health; lesion; brain imaging; ultrasound; computed tomography; therapy;
            nodule; therapeutic; vessel; doctor; organ; rehabilitation; =PET; ct scan; physiological; dental; pharma*; symptom*; healthcare; health care; medicine; hospital; physician*; mental health")
        .weak("anatom*; tissue; =CT; =MR; pathology; brain; heart; biomarker; =ECG")
        .not("\
            (plant|leaf|crop) disease*; (fault|failure|error|root cause|model) diagnos*; like medical diagnosis; medical diagnosis based; health of
            (model*|network*|machine*); medicine and biology; (structural|battery|machine|financial|system|ecosystem) health; brain inspired;
            diagnostic (benchmark|suite|tool|framework|analysis|test|set|evaluation)")
        .yes(&["We present a network for patients in radiology.", "Segmenting Liver Tumors"])
        .no(&["The brain is a marvel.", "Plant disease is not ours."]),
    tag("biology", "Biology", "Cells, molecules and animals as an object of biology; microscopy outside the clinic.")
        .strong("\
            (protein|proteins|molecul*|genom*|gene|cell|single cell|cellular|neuron|drug|rna|=RNA|=DNA|cryo em|cryo =EM|wildlife|
            animal|bird|species|insect|fish|marine|plankton|zebrafish|drosophila|mouse|primate|whale|microbial|bacteri*|antibod*|
            enzyme*|peptide*|biodiversity|ecolog*|phylogen*|taxonom*) (structure*|folding|design|sequence*|expression|segmentation|
            tracking|counting|image*|imaging|microscopy|behavio*|pose|monitoring|recognition|classification|identification|model*|language
            model*|discovery|generation|docking|interaction*|dynamics|atlas|perturbation*|data|detection|species|ecosystem*|conservation|
            recording*|migration|research*|population*|biology|morpholog*); (fluorescence|electron|light|confocal|cryo electron|phase
            contrast|super resolution) microscop*; connectom*; proteasome; protein; transcriptom*; bioinformat*; biolog* (data|image*|science*|
            system*|network*|process*|research|discovery|structure*); wildlife; microscop* image*; mitosis; mitochondri*; camera trap*; slime mold; cryo
            em; biodiversity; molecular (dynamics|generation|design|property); cell (segmentation|tracking|nuclei|line*|biology|culture);
            neuroscience; cortex; zoolog*; animal (behavior|pose|re identification); virus; organoid*; drug discovery; computational biology; inaturalist;
            embryo*")
        .normal("biology; molecule; genome; neural circuit*; species; evolutionary biology; insect; genomic*")
        .weak("organism; bird; bacteria; neuron; ecolog*; cellular; animal; cell; biological; microscopy")
        .not("\
            (bio inspired|biologically inspired|biologically plausible|solar|fuel|battery|grid|table|unit|memory|spreadsheet|small|
            parking|occupied) (cell*|neuron)?; biologically; biological (plausib*|inspiration|neuron*|vision); cells of (table*|grid*); nonsmall
            cells; breeds of; (cell nuclei|nuclei) from; (animal|biological) (model|brains); cellular (level|network|automata|traffic|
            communication*); cell (interactions|nuclei)")
        .yes(&["We study protein folding with nets.", "Cell Tracking in Zebrafish Embryos"])
        .no(&["Solar cells and battery cells."]),
    tag("autonomous-driving", "Autonomous driving", "Self-driving, driver assistance, road vehicles.")
        .strong("\
            (autonomous|self|automated|assisted|urban|intelligent|end to end) (driving|driven car|vehicle|vehicles|car|cars); self driving;
            =ADAS; driver (assistance|monitoring|gaze|attention|distraction|behavior|drowsiness|intention); nuscenes; =KITTI; waymo (open)?;
            argoverse; nuplan; =BDD100K; carla; =CARLA; =NAVSIM; bench2drive; =V2X; vehicle to everything; cooperative perception; collaborative perception; lane
            (detection|boundary|boundaries|graph*|marking*|change*|segmentation|topology); automotive; (hd|=HD|high definition) map*;
            traffic (sign|light) (detection|recognition|classification); cityscapes; road (scene*|user*|network extraction); bird s? eye view
            (perception|representation|detection|segmentation|feature*|map*); pedestrian trajectory; vehicle trajectory; autopilot; driving (scene*|
            scenario*|simulat*|behavior*|video*|world model*|data*|polic*|agent*|task*|environment*|etiquette); trajectory (prediction|
            forecasting) ..5 (vehicle*|driv*|traffic); =AV; =AVs; lidar semantic segmentation; semantickitti; autonomous rac*")
        .normal("driving; traffic scene; automobile; kittir; highway; parking; on road; traffic participant*; traffic sign*; stop sign*; drive")
        .weak("traffic; urban scene; street; driver; outdoor scene; vehicle; pedestrian; car; =BEV; road")
        .not("\
            vehicle (re identification|reid|routing); (electric|underwater|aerial|unmanned aerial|unmanned|space|surface|marine|launch)
            vehicle*; (data|event|test|model|demand|performance|knowledge|hypothesis|interest|purpose) (driving|driven|driver*); driving
            (force|factor|innovation|progress|forward|change*|performance|the|a|these); key driver*; drivers of; (disk|usb|hard|to|we|
            that|will|can|main|primary) (drive|driver*); graphics driver*; (such|fields) as autonomous driving; road map; and autonomous driving;
            drive (the|a|progress|adoption)")
        .yes(&["We present a network for self-driving cars.", "Planning for Autonomous Vehicles"])
        .no(&["Driving innovation is a key driver of growth; event-driven code."]),
    tag("robotics", "Robotics", "Robots other than cars; embodied agents.")
        .strong("\
            (robot|robotic|robots) (manipulation|learning|arm|navigation|control|policy|policies|grasp*|system*|perception|task*|
            platform*|hand*|data|foundation|agent*|simulation|demonstration*|planning|vision|experiment*|surgery|locomotion|assistant*|
            interaction|application*|motion|process*|environment*); robotics; (embodied|humanoid|quadruped*|legged) (agent|agents|robot|robots|robotic|robotics|=AI|ai|intelligence|
            navigation|question answering|manipulation|reasoning|task*|planning|locomotion|cognition|perception|instruction*); vision language
            action; =VLA; =VLAs; =*VLA; dexterous; robot manipulation; manipulator; teleoperat*; sim to real ..3 (robot*|polic*|transfer); quadrotor; =UAV
            (navigation|control|swarm*|path); legged locomotion; loco manipulation; grasping; object goal navigation; vision language navigation; vision and
            language navigation; end effector; visuomotor; slam; visual odometry; =ROS; =SLAM; drone (navigation|racing|control|swarm*); (mobile|service|soft|aerial|underwater|surgical|collaborative|household|swarm) (robot|robotic|robotics|manipulat*)")
        .normal("\
            humanoid; embodiment; gripper; =UAV; autonomous navigation; tactile sens*; unmanned aerial; visual navigation; robot*; embodied")
        .weak("actuator; path planning; locomotion; drone; imitation learning; obstacle avoidance; motion planning")
        .not("\
            robot process automation; (embodied|embodies) (in|by|the|carbon|emotion); (human robot|such as robotics|robotics and|robotic and|and
            robotics); (chat|ro) bot*; simultaneous localization and mapping is limited; mapping slam; robots txt; captcha robot*; human
            robot collaboration; multi (task|agent*)")
        .yes(&["We teach a humanoid robot to fold.", "Embodied Agents in Kitchens"])
        .no(&["The gains are useful in fields such as robotics."]),
    tag("remote-sensing", "Remote sensing", "Satellites, aerial images, Earth observation.")
        .strong("\
            remote sensing; remotely sensed; earth observation; (satellite|aerial|sentinel|sentinel 2|sentinel 1|landsat|overhead|modis|planet|
            =SAR|=UAV|high resolution satellite|hyperspectral satellite|geospatial|multispectral satellite|drone) (image|imagery|images|data|
            video*|photograph*|embedding*|foundation|scene*|time series|image time series); geospatial; sentinel (1|2); landsat; land (cover|use);
            hyperspectral image (classification|unmixing); (building|road) footprint*; synthetic aperture radar; crop (mapping|type mapping); =DOTA;
            oriented object detection; bi temporal; =GIS; geographic information; pansharpening; =xView; earth (engine|science*|system*)")
        .normal("hyperspectral; multispectral; aerial; urban mapping; canopy height; geographic; cross view geo; =UAV; land surface; satellite")
        .weak("drone; geo localization; cloud detection")
        .not("\
            satellite (communication*|network*|constellation*|internet|orbit*|operation*); (=LEO|leo|communication) satellite*; sources ..3
            satellite*; hyperspectral (camera|microscop*|snapshot); aerial (robot*|vehicle*|manipulation)")
        .yes(&["We present land cover mapping from satellites.", "Change in Aerial Imagery"])
        .no(&["Satellite communication networks and their protocols."]),
    tag("surveillance", "Surveillance & biometrics", "Security cameras, traffic cameras, biometrics.")
        .strong("\
            (person|vehicle|pedestrian|people) (re identification|reid|re id|search|reidentification); re identification; =ReID;
            =CCTV; (face|facial|iris|fingerprint|gait|palm|palmprint|finger vein|speaker|palm vein) (recognition|verification|
            identification|authentication|anti spoofing|presentation); security camera*; traffic (camera*|surveillance|monitoring); crowd (counting|
            analysis); video anomaly detection; face recognition; license plate; presentation attack*; abnormal event*; weapon detection; anti spoofing; violence
            detection; face verification; perimeter; smart city camera*; market 1501; gait recognition; fingerprint*")
        .normal("security footage; public safety; morphing attack; people counting; traffic video*; face identification; vehicle counting; multi camera; surveillance; biometric*")
        .weak("monitoring camera; smart cit*; crowd")
        .not("\
            (disease|health|pharmac*|epidemi*|post market|mosquito) surveillance; surveillance of (disease*|pathogens); crowd sourc*; (model|
            device|text|rf|radio|web|browser|network|data|dataset|molecular|llm|language model) fingerprint*; digital fingerprint*;
            fingerprint (of the|retrieval|similarity); and surveillance; surveillance and; video surveillance")
        .yes(&["We propose person re-identification at stations.", "Iris Recognition at Doors"])
        .no(&["Disease surveillance in towns."]),
    tag("documents", "Documents", "Text in images, documents, accessibility of print.")
        .strong("\
            (document|scanned|handwritten|historical|visually rich|chart|table|invoice|receipt|pdf|=PDF|form|manuscript|archival|
            comic|manga|newspaper|scene text|optical character) (image*|understanding|analysis|layout|parsing|recognition|document*|=AI|
            question answering|=QA|extraction|detection|dewarping|structure|text|expression*|manuscript*|digitization|page*|retrieval from
            images|spotting); =OCR; optical character; handwriting; handwritten; braille; scene text; =DocVQA; =ChartQA; mathematical expression recognition;
            historical manuscript*; document ai; visual document*; layout analysis; text spotting; text recognition; document (images|layout*|intelligence|
            conversion)")
        .normal("scanned; pdf; ocr; manuscript; digitization; document understanding; chart understanding; archive; slide deck*")
        .weak("document; page; printed; newspaper")
        .not("\
            (web|legal|retrieved|long|news|relevant|input|multi|clinical|design|text) document*; handwritten digit*; speech text recognition;
            (document) (retrieval|level|corpus|collection|ranking)")
        .yes(&["We read handwritten letters with OCR.", "Parsing Document Layouts"])
        .no(&["The agent ranks the web documents it retrieves."]),
    tag("agriculture", "Agriculture & environment", "Crops, plants, livestock, forests, the environment.")
        .strong("\
            agricultur*; (crop|plant|leaf|weed|fruit|wheat|rice|maize|tomato|apple|corn|potato|grape|soil|tree|forest|livestock|
            cattle|dairy|cow|pig|poultry|coffee|olive|cotton|soybean|strawberry|vineyard|orchard|seed|farm|vegetation|flower|
            mango|greenhouse|sugarcane|banana) (disease*|detection|classification|phenotyp*|yield*|segmentation|monitoring|mapping|
            recognition|counting|growth|type*|health|inventory|species|harvesting|identification|breeding|management|field*|imag*|
            stress|crown*|image*|farming|weed*|leaves|row*|quality|ripeness|behaviour|behavior|head*|moisture|pest*|fire*|dataset);
            precision (farming|livestock|agriculture); phenotyp*; deforestation; wildfire*; forestry; farmer*; livestock; aquaculture; irrigation; pest
            (detection|recognition|management); harvest* robot*; weeds; forest fire; coral reef*; plantvillage; plant disease*; air (quality|pollution);
            water quality; waste (sort*|classif*|detect*|management); marine debris; flood (mapping|detection|segmentation); garbage
            classification; environmental monitoring; pollination")
        .normal("\
            crop; farm*; harvest*; orchard; vegetation; wildfire; plantation; pollution; weed; soil; tree species; flood; environmental
            (science|impact|sustainab*); climate change")
        .weak("plant; ecosystem; sustainability; tree; forest; fruit; climate")
        .not("\
            (single|multi|random|center|image|ten|local|global|data|five|3|square|patch|zoom) crop*; crop* (augment*|and resize|of
            (the|an) image|image|out|region*|size|strategy|based); cropp*; random forest*; (isolation|decision|regression|causal|mondrian)
            forest*; (server|render|click|troll|wind|content|data) farm*; harvest* (energy|now|vulnerable|information); (power|industrial|
            nuclear|chemical|treatment|pilot|manufacturing|production|process) plant*; (decision|search|syntax|parse|binary|regression|
            classification|kd|octree|merkle|spanning|game|reasoning|behavior) tree*; low hanging fruit; implicit climate; random forests;
            (political|business|economic|school|current) climate; flood (of|attack*|the)")
        .yes(&["We count apples for agriculture.", "Weed Detection in Wheat Fields"])
        .no(&["A single-crop evaluation with random crops and a random forest."]),
    tag("industry", "Industry & energy", "Manufacturing, inspection, construction, energy.")
        .strong("\
            (industrial|manufacturing|additive|construction|infrastructure|factory|power|bridge|
            railway|rail|pipeline|warehouse|steel|semiconductor|wafer|weld*|nuclear|power line|pavement|supply chain|
            oil|wind|logistics|fabric|pcb|printed circuit|sewer|tunnel|concrete|aerospace|aircraft|production|electric*|
            mining|petroleum) (anomaly|anomaly detection|inspection|manufacturing|factory|factories|site|sites|production|quality control|
            automation|defect*|plant|plants|grid|health monitoring|line*|turbine*|energy|maintenance|robot*|process*|control system*|
            system operation*|safety|warehouse*|distribution|crack*|material*|board*|engineering|operation*|worker*|demand|consumption|
            station*|track*|monitoring|equipment|environment*|fault*|well*|permit*|sector|setting*|part*|practice*); mvtec; predictive
            maintenance; industry (4|5); (surface|fabric|steel|weld*|wafer|tile|product) defect*; quality (control|inspection);
            photovoltaic; solar (panel*|power|energy|cell*); wind (turbine*|power|farm*); power grid*; smart grid*; crack (detection|segmentation);
            structural health; building information; =BIM; =CNC; remaining useful life; bearing fault*; fault (diagnosis|detection); assembly (line|task*);
            foundry; lithium ion; battery (health|management|state); smart (building*|factory|home energy); predictive control of building*; civil
            engineering; chemical engineering; additive manufacturing; 3d printing; industrial; power (electronics|system*); (in|
            for|smart|industrial|semiconductor) manufacturing; manufacturing (process*|system*|line*|industry); (smart|automated) (factory|factories|manufacturing|grid|inspection|production); energy (system*|grid|demand|sector); visual inspection; building energy")
        .normal("\
            factory; factories; inspection; construction site; energy system*; machinery; warehouse; logistics; engineering design; semiconductor; welding; steel;
            energy consumption of; manufacturing; digital twin*; supply chain; electricity")
        .weak("production line; industry; maintenance; product")
        .not("\
            industrial (grade|scale|strength|application*|deployment|revolution|research*|impact|relevance|recommend*|search|recommender*|
            advertis*|use|user*|setting*|system*); (reconstruct|graph|dataset|benchmark|map|corpus|knowledge graph|data) (construction|
            production); computational power; (bar|key|power law) enabler*; across industry and; adopted in industry; industry (and academia|standard);
            power (of|consumption|law|draw|efficiency|savings); energy (function|based|model*|landscape|efficien*|consumption|minimi*|
            cost*|score); academia and industry; production (system*|traffic|environment*|deployment*|ready|code|use|grade|llm*|inference|
            workload*|service*|data)")
        .yes(&["We inspect welds: defect detection in manufacturing.", "Industrial anomaly detection on bottles"])
        .no(&["We minimise an energy function, at industrial scale."]),
    tag("media", "Media & culture", "Film, art, games, advertising, social media, fashion.")
        .strong("\
            (social media|fashion|movie|film|cinema*|art|artwork|artistic|painting*|music|comic*|cartoon|anime|manga|game|video
            game|advert*|news|meme|podcast|logo|poster|graphic design|creative|cultural heritage|museum|tv|television|news|e
            commerce|font|typograph*|influencer|entertainment|theatre|dance|calligraph*|photo) (platform*|post*|recommendation|retrieval|
            generation|analysis|understanding|industry|production|style*|history|collection*|design*|creation|video*|content|image*|
            classification|scene*|editing|agent*|environment*|character*|asset*|development|creative*|marketing|campaign*|trailer*|
            transfer|painting*|recognition|heritage|article*|broadcast*|workflow*|software|playing|work*|artist*|dataset|attribute*|
            item*|outfit*|engine*|music|detection|narrative|script*); social media; virtual try on; (influencer|digital) marketing; artwork*;
            cultural heritage; movie*; filmmak*; cinematograph*; meme; memes; comics; hateful memes; fake news; tiktok;
            instagram; minecraft; museum*; painting*; video game*; game (engine|development|playing|play);
            advertis*; e commerce; fashion; style transfer; news (video*|article*|recommend*|media); music*; cinemagraph*; artist*; streamer*; livestream*;
            digital humanities; graphic design; lyric*; creative writing; typograph*; visual effects; influencer*")
        .normal("creator*; film; art; photography; outfit; anime; hate speech; misinformation; entertainment; journalis*; content creation; design tool*; twitter; reddit; cinematic; storytelling; gaming; photographer*")
        .weak("entertainment; cultural; designer; news; content; clothing; garment*; game; creative; brand; youtube; stylized")
        .not("\
            (state of the|prior|of the|current|existing|previous|the) art*; state of art; art (method*|result*|performance|approach*|model*|
            baseline*|technique*|technolog*|detector*|tracker*|algorithm*|system*|solution*|object detector*); (thin|dielectric|perovskite|
            tear|nano|metal|polymer) film*; game (theor*|theoretic*|tree); (zero sum|stackelberg|cooperative|matrix|potential|bayesian|mean
            field|markov|differential|extensive form|normal form|coordination|congestion|security|general sum|repeated|two player|
            signaling|language) game*; (imagenet|twitter|reddit) api; (dancing or|dance or); as a game; youtube (8m|vos|8 m|vis); commercial
            (lidar|gpu*|model*|llm*|api*|off|solver*|tool*|software|system*|camera*|product*|use|deployment); musical (chairs); (in|
            a|this|similar|layered|supervised|end|efficient) ..4 fashion; in (a|an) ..3 (fashion|manner)")
        .yes(&["We analyse memes on social media.", "Style Transfer for Painters"])
        .no(&["The state of the art is beaten: state-of-the-art results.", "A game-theoretic proof."]),
    tag("ar-vr", "AR & VR", "Augmented and virtual reality, virtual humans.")
        .strong("\
            (augmented|virtual|mixed|extended|immersive) (reality|human*|avatar*|environment for vr|try on room|telepresence|character*|
            technolog*); =AR (=VR|vr|glasses|headset*|application*|device*|hmd|overlay*|experience*|display*|system); =VR; =XR; metaverse;
            avatar*; digital human*; virtual human*; telepresence; head mounted display*; head mounted; hololens; (smart|ar|=AR) glasses;
            animatable; talking (head|face); free viewpoint (video|animatable|person); 360 degree (video|image*)?; volumetric video; free viewpoint")
        .normal("headset; =HMD; holograph* display*; near eye display; =AR; egocentric device; virtual world; omnidirectional; virtual scene; immersive")
        .weak("virtual; egocentric; interactive rendering")
        .not("\
            =AR (model*|coefficient|diffusion|generation|decoding|process|image|video|=LLM*|baseline*|transformer*|llm*|inference|
            training|objective|and diffusion); autoregressive; (hybrid|masked|block|diffusion) =AR; in virtual environments; virtual machine*")
        .yes(&["We draw avatars for virtual reality.", "Headsets for Augmented Reality"])
        .no(&["A virtual machine is no place; the AR model decodes."]),
    tag("sports", "Sports", "Sports and exercise.")
        .strong("\
            sport*; (soccer|football|basketball|tennis|table tennis|badminton|volleyball|cricket|hockey|ice hockey|baseball|golf|rugby|
            swimming|gymnastics|skiing|running|cycling|yoga|fitness|athlete*|boxing|skating|exercise|climbing|player|ball|esports|
            climb*) (video*|match*|game*|player*|analytics|analysis|tracking|action*|broadcast*|team*|trajectory|exercise*|swing|pose*|
            coach*|assessment|training|performance|recognition|scene*|detection|understanding|commentary|dataset|form|shot*|footage);
            soccernet; athletic*; athlete*; soccer; basketball; badminton; yoga; workout*; referee*; fencing; football; tennis")
        .normal("fitness; gymnast*; coaching; playing style")
        .weak("player; ball; match; exercise")
        .not("\
            (esports|transport); supports; exercise (question*|problem*|book|caution|set); model
            fitness; fitness (function|landscape|score|evaluation|value*)")
        .yes(&["We track soccer players.", "Tennis Analytics at the Net"])
        .no(&["The fitness function is steep."]),
    tag("science", "Science", "Physics, astronomy, materials, geoscience other than remote sensing.")
        .strong("\
            (scientific|physics|astronom*|astrophys*|cosmolog*|material|materials|quantum|particle|chemical|chemistry|climate|weather|
            seismic|geolog*|geophys*|fluid|turbulen*|molecular|plasma|nuclear|solar|crystal|gravitational|galaxy|stellar|galactic|high
            energy|atmospheric|ocean|oceanograph*|hydrolog*|subsurface|meteorolog*|tropical cyclone|earthquake|precipitation|telescope|x ray
            diffraction|battery material|polymer|catalyst*|condensed matter|computational fluid|partial differential) (discovery|simulation*|
            science|sciences|physics|forecast*|prediction|image*|imaging|data|design|chemistry|structure*|dynamics|mechanics|survey*|
            equation*|model|models|modeling|reaction*|property|properties|system|systems|computing|chromodynamics|lens*|wave*|
            inversion|interpretation|research|flow*|flare*|energy physics|collision*|nowcasting|downscaling|morpholog*|observation*|
            workflow*|experiment*|detector*|event*|emulat*|circulation|hypothes*|synthesis); astrophys*; cosmolog*; galax*; materials science;
            partial differential equation*; =PDE; =PDEs; neural operator*; physics informed; =PINN; =PINNs; density functional; quantum (circuit*|
            computing|comput*|machine learning|neural|algorithm*|state*|kernel*|optimization|annealing|information|error); computational fluid
            dynamics; =CFD; molecular dynamics; weather forecasting; earthquake; telescope*; exoplanet*; seismic; crystal*; fluid (dynamics|flow); navier
            stokes; climate model*; scientific (discovery|machine learning|computing|simulat*); chemistry; spectroscop*; lhc; large hadron; planetary;
            lunar; mars rover; geoscien*; black hole*; hydrodynam*; microstructure*; qubit*; astronomy; astronomical
            (survey|image|observation)")
        .normal("physical system*; quantum; physical simulation*; dynamical system*; differential equation*; finite element")
        .weak("scientific; physical law; physics; material; laboratory")
        .not("\
            (computer|data|cognitive|social|political|information|library|weapons|neuro|life|open) (science*); (clinical|training|source|
            teaching|supplementary|learning|course|raw|web|study|reading|creative|pbr|brdf|human|appearance|building) material*;
            materials (and methods|are|available|can); (physics|physically) (based|plausible|compliant|consistent|grounded|aware) (render*)?;
            material (editing|estimation|appearance|segmentation|decomposition|propert*); random (crystal); nanoparticle* distribution; (ai|=AI)
            scientist*; scientific (paper*|literature|writing|claim*|document*|publication*|article*|figure*|question*|table*|peer); chemistry
            of teams; physics (engine*|simulator*); weather (event*|condition*)")
        .yes(&["We classify galaxies in a survey of astronomy.", "Neural Operators for Turbulent Flow"])
        .no(&["Computer science and data science are taught here."]),
    tag("security", "Security & privacy", "Privacy, attacks, forensics, watermarking.")
        .strong("\
            (adversarial|backdoor|poisoning|jailbreak*|prompt injection|membership inference|model inversion|model extraction|model stealing|
            evasion|data poisoning|trojan|gradient inversion|side channel|privacy|red team*|cyber|phishing|injection)
            (attack*|threat*|vulnerab*|defense*|patch*|risk*|leak*|breach*|crime*|security|detection); backdoor*; jailbreak*; prompt
            injection*; differential privacy; differentially private; (data|user|patient|image|model|visual|face|location|query|video|training
            data|genomic) privacy; privacy (leakage|risk*|attack*|budget|guarantee*|utility|policy); watermark*; steganograph*; deepfake*; forensic*; malware; cybersecurity; cyber security; (intrusion|
            malware|fraud|phishing|vulnerability|spam|bot|ransomware|attack|forgery|threat|ddos|anomaly based intrusion|smart contract)
            (detection|detector*|repair|discovery|hunting|intelligence); cryptograph*; encrypt*; homomorphic; face anti spoofing; presentation attack*;
            anonymiz*; de identification; machine unlearning; secure (aggregation|multi party|computation|inference|comput*); copyright (protection|
            infringement); (=LLM|llm|ai|=AI|agent|network|software|web|cloud|iot|=IoT|system|information|hardware|blockchain|memory)
            security; trusted execution; authentication; security (vulnerab*|risk*|analysis|threat*|bug*|audit*|testing|benchmark|research*|
            polic*|propert*); blockchain; model ownership; fingerprint* ..3 (model*|=LLM*|llm*); adversarial robustness of ..6 safety critical; face
            forgery; penetration testing; red teaming; image forgery; smart contract*; unlearnable; attacker*; anti spoofing; data leakage attack*")
        .normal("\
            privacy; security; unlearning; vulnerability; attack; malicious; obfuscat*; adversary; safety alignment; content authenticity; provenance; de
            anonymiz*; tamper*; copyright protection; privacy (preserving|protection|preservation|enhancing)")
        .weak("secure; adversarial; leakage; threat")
        .not("\
            (national|social|food|job|energy|financial|type|network|homeland|water|airport|water) security; privacy (concern*|
            constraint*|issue*|regulation*|reason*|restriction*) (and|limit*|bandwidth|make|prevent|due|over|of)?; (generative|domain|
            discriminative) adversarial; adversarial (training|network*|learning|loss|domain|robustness|perturbation*|image to image|example*|
            distillation|defense*|post training); (heart|panic|asthma) attack*; white box attacks; black box attacks; adversarial attacks adversarial;
            known as adversarial attacks; most effective defense against such attacks; security (camera*|footage|personnel|studies|price*|market*);
            effective defense; water marks; (without|while|and|despite) ..1 privacy concern*; text watermark removal")
        .yes(&["We watermark images against theft.", "Backdoor Attacks on Voices"])
        .no(&["A generative adversarial network has no security in mind."]),
];
