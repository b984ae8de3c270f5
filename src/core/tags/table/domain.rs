//! The facet `domain`: where the work is applied.

use super::{TagRow, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[TagRow] = &[
    tag("medical", "Medicine", "Medicine: imaging, pathology, surgery, the clinic.")
        .strong("\
            (medical|biomedical|clinical|radiolog*|patholog*|surgical|histopatholog*|diagnostic radiology|healthcare)
            (image|images|imaging|segmentation|data|dataset|datasets|report*|visual|vision|reasoning|question|note*|record*|=AI|diagnos*|
            detection|decision*|text|practice|workflow*|application*|video*|robot*|benchmark|language|=VQA|=LLM*|=VLM*|domain|foundation|
            expert*|training|setting*|history|annotation*|exam*|knowledge|trial*|care|routine|phase|scene*|instrument*|model*|analysis|
            usability|implementation|agent*|use*|context*|study|center*|device*|prediction*|task*|classification|translation);
            radiology; radiologist; histopatholog*; computational pathology; digital pathology; computer aided diagnosis; surgical;
            (chest|dental|spinal|panoramic) (x ray|xray|radiograph*|=CXR|=CT); =CXR; cancer; tumor; tumour; covid 19; endoscop*;
            colonoscop*; laparoscop*; ultrasound image*; echocardiogra*; mammogra*; electronic health record*; =EHR; =EHRs; diabetic
            retinopathy; retinal (image*|vessel*|fundus|vascular); fundus; glaucoma;
            (brain|cardiac|liver|lung|prostate|knee|abdominal|fetal|hip|breast)
            (=MRI|mri|=MR|=CT|ct|segmentation|tumor|image*|imaging|lesion*|ultrasound|scan*); magnetic resonance; alzheimer; dementia;
            parkinson; =ICU; radiotherapy; patient outcome; carcinoma; pathological image*; scoliosis; pathologist; =CBCT; dermatolog*;
            dermoscop*; prosthe*; whole slide image*; epilep*; =fMRI; stroke (patient*|lesion*); drug (discovery|interaction*);
            psychiatr*; nursing;
            remote (photoplethysmography|physiological); =rPPG; vital sign*; medical (question|queries|query);
            cerebral; =MICCAI; microbleed*;
            adenocarcinoma; renal; blood cell*; hemodynamic*; myocard*")
        .normal("\
            medical; clinical; clinician; patient; disease; =MRI; radiograph*; brain imaging; ultrasound; computed tomography; therapy;
            therapeutic; rehabilitation; =PET; ct scan; dental; pharma*; healthcare; health care; medicine; hospital; physician*; mental
            health; (hospital|inpatient|intensive) care; (patient|hospital) bed*; long term care;
            (medical|clinical|disease|cancer|early|computer aided|differential|automatic) diagnos*; diagnos* ..3
            (disease|cancer|patient|disorder); (liver|lung|skin|brain|retinal|breast|vascular) (lesion|nodule|vessel); public health;
            health (record*|monitor*|condition*|professional*|assistant*|question*|information); care facility; transesophageal;
            echocardiogra*; in vivo; gastric; stomach; intraoperative; fall prevention; anatomical; abdominal; retinal; surgery; verbal
            autops*; cause* of death; global health; hospitaliz*; (medical|clinical|surgical) (education|training|student*); mechanical
            ventilation; (consumer|patient) health; image guided intervention*; minimally invasive; fluoroscop*;
            infant; newborn; neonatal; physiological (measurement|monitoring|signal*); heart rate; neurophysiolog*; pathology")
        .weak("\
            anatom*; tissue; =CT; =MR; pathology; brain; heart; biomarker; =ECG; diagnos*; health; vessel; physiological; organ; doctor;
            symptom*; lesion; nodule")
        .not("\
            (plant|leaf|crop) disease*; (fault|failure|error|root cause|model) diagnos*; medicine and biology;
            (structural|battery|machine|financial|system|ecosystem) health; brain inspired; diagnostic
            (benchmark|suite|tool|framework|analysis|test|set|evaluation|protocol|probe*|signal*|study|dataset);
            is patient; patient (teacher|and consistent)")
        .yes(&["We present a network for patients in radiology.", "Segmenting Liver Tumors", "Remote Photoplethysmography by Candlelight"])
        .no(&["The brain is a marvel.", "Plant disease is not ours."]),
    tag("biology", "Biology", "Cells, molecules and animals as an object of biology; microscopy outside the clinic.")
        .strong("\
            (protein|proteins|molecul*|genom*|gene|cell|single cell|cellular|neuron|drug|rna|=RNA|=DNA|cryo em|cryo
            =EM|wildlife|animal|bird|species|insect|fish|marine|plankton|zebrafish|drosophila|mouse|primate|whale|microbial|bacteri*|
            antibod*|enzyme*|peptide*|biodiversity|ecolog*|phylogen*|taxonom*)
            (structure*|folding|design|sequence*|expression|segmentation|tracking|counting|image*|imaging|microscopy|behavio*|pose|
            monitoring|recognition|classification|identification|model*|language
            model*|discovery|generation|docking|interaction*|dynamics|atlas|perturbation*|data|detection|species|ecosystem*|conservation|
            recording*|migration|research*|population*|biology|morpholog*);
            (fluorescence|confocal|cryo electron|phase contrast) microscop*; connectom*; protein; transcriptom*; bioinformat*; biolog*
            (data|image*|science*|system*|network*|process*|research|discovery|structure*); wildlife; microscop* image*; mitosis;
            mitochondri*; camera trap*; cryo em; biodiversity; molecular (dynamics|generation|design|property); cell
            (segmentation|tracking|nuclei|line*|biology|culture); animal (behavior|pose|re identification); organoid*; drug discovery;
            computational biology; embryo*; proteasome; zoolog*;
            herbarium; botan*; taxon; rodent*; (laboratory|freely moving) (animal*|rodent*|mice|mouse);
            (cell type|single cell|cell instance) (annotation|segmentation|reasoning)")
        .normal("\
            biology; molecule; genome; neural circuit*; species; evolutionary biology; insect; cortex; neuroscience; virus")
        .weak("\
            organism; bird; bacteria; neuron; ecolog*; cellular; animal; cell; biological; microscopy; slime mold; inaturalist; genomic*;
            microscop*")
        .not("\
            (bio inspired|biologically inspired|biologically
            plausible|solar|fuel|battery|grid|table|unit|memory|spreadsheet|small|parking|occupied) (cell*|neuron)?; biologically;
            biological (plausib*|inspiration|neuron*|vision); (cell nuclei|nuclei) from; (animal|biological) (model|brains); cellular
            (level|network|automata|traffic|communication*); cell (interactions|nuclei);
            (tree|crop|plant|weed) species")
        .yes(&["We study protein folding with nets.", "Cell Tracking in Zebrafish Embryos", "We present herbarium sheets for taxon recognition."])
        .no(&["Solar cells and battery cells."]),
    tag("autonomous-driving", "Autonomous driving", "Self-driving, driver assistance, road vehicles.")
        .strong("\
            (autonomous|self|automated|assisted|urban|intelligent|end to end) (driving|driven car|vehicle|vehicles|car|cars); self
            driving; =ADAS; nuscenes; waymo (open)?; argoverse; nuplan; =BDD100K; carla; =CARLA; =NAVSIM; bench2drive; =V2X; vehicle to
            everything; cooperative perception; collaborative perception; lane
            (detection|boundary|boundaries|graph*|marking*|change*|segmentation|topology); automotive; (hd|=HD|high definition) map*;
            traffic (sign|light) (detection|recognition|classification); road (scene*|user*|network extraction); bird s? eye view
            (perception|representation|detection|segmentation|feature*|map*); pedestrian trajectory; vehicle trajectory; autopilot;
            driving (scene*|scenario*|simulat*|behavior*|video*|world model*|data*|polic*|agent*|task*|environment*|etiquette); trajectory
            (prediction|forecasting) ..5 (vehicle*|driv*|traffic);  lidar semantic segmentation; autonomous rac*;
            lane (marker|markers|line|lines) detect*; lane marker*; (lidar|=LiDAR|radar|camera radar|radar camera) ..3 3d (object)? detection;
            (stereo|monocular|lidar based|image based|multi camera|camera based|pseudo lidar) 3d (object)? detect*; road
            (event*|video*); crash risk")
        .normal("\
            driving; traffic scene; automobile; highway; on road; traffic participant*; traffic sign*; stop sign*; (advanced
            driver|driving) assist*; (ego|intelligent|connected|automated) vehicle; traffic (accident*|flow simulation|agent*); parking
            (lot|space|assist*); intersection* ..4 (traffic|vehicle|driver); =KITTI; cityscapes; semantickitti; driver
            (assistance|monitoring|gaze|attention|distraction|behavior|drowsiness|intention); (surrounding|oncoming|moving) vehicle*;
            lidar ..4 vehicle*; driving (scene|dataset);
            lane line*; doppler radar; (radar|lidar) (sweep|return); (camera|radar|lidar) (camera|radar|lidar) fusion;
            lidar based place recognition;
            =AV; =AVs")
        .weak("traffic; urban scene; street; driver; outdoor scene; vehicle; pedestrian; car; =BEV; road")
        .not("\
            vehicle (re identification|reid|routing); (electric|underwater|aerial|unmanned aerial|unmanned|space|surface|marine|launch)
            vehicle*; (data|event|test|model|demand|performance|knowledge|hypothesis|interest|purpose) (driving|driven|driver*); driving
            (force|factor|innovation|progress|forward|change*|performance|the|a|these); key driver*; drivers of;
            (disk|usb|hard|to|we|that|will|can|main|primary) (drive|driver*); (such|fields) as autonomous driving; road map; and
            autonomous driving; drive (the|a|progress|adoption)")
        .yes(&["We present a network for self-driving cars.", "Planning for Autonomous Vehicles", "Lane Marker Detection in Snow"])
        .no(&["Driving innovation is a key driver of growth; event-driven code."]),
    tag("robotics", "Robotics", "Robots other than cars; embodied agents.")
        .strong("\
            (robot|robotic|robots)
            (manipulation|learning|arm|navigation|control|policy|policies|grasp*|perception|task*|platform*|hand*|data|foundation|agent*|
            simulation|demonstration*|planning|vision|experiment*|surgery|locomotion|assistant*|interaction|application*|motion|process*|
            environment*);
            robotics; (embodied|humanoid|quadruped*|legged)
            (agent|agents|robot|robots|robotic|robotics|=AI|ai|intelligence|navigation|question
            answering|manipulation|reasoning|task*|planning|locomotion|cognition|perception|instruction*); vision language action; =VLA;
            =VLAs; =*VLA; dexterous; robot manipulation; manipulator; teleoperat*; sim to real ..3 (robot*|polic*|transfer); quadrotor;
            =UAV (navigation|control|swarm*|path); loco manipulation; grasping; object goal navigation; vision language navigation; vision
            and language navigation; end effector; visuomotor; slam; visual odometry; =ROS; =SLAM; drone
            (navigation|racing|control|swarm*); (mobile|service|soft|aerial|underwater|surgical|collaborative|household|swarm)
            (robot|robotic|robotics|manipulat*); legged locomotion;
            visual language navigation")
        .normal("\
            humanoid; gripper; =UAV; autonomous navigation; tactile sens*; unmanned aerial; visual navigation; robot*; embodied; robot*
            system*; bin picking; multi robot; pick and place; embodied (planning|vision|decision|reasoning|task*)")
        .weak("\
            actuator; path planning; locomotion; drone; imitation learning; obstacle avoidance; motion planning; embodiment")
        .not("\
            (embodied|embodies) (in|by|the|carbon|emotion); (human robot|such as robotics|robotics and|robotic and|and robotics); robots
            txt; human robot collaboration")
        .yes(&["We teach a humanoid robot to fold.", "Embodied Agents in Kitchens"])
        .no(&["The gains are useful in fields such as robotics."]),
    tag("remote-sensing", "Remote sensing", "Satellites, aerial images, Earth observation.")
        .strong("\
            remote sensing; remotely sensed; earth observation; (satellite|aerial|sentinel|sentinel 2|sentinel
            1|landsat|overhead|modis|planet|=SAR|=UAV|high resolution satellite|hyperspectral satellite|geospatial|multispectral
            satellite|drone) (image|imagery|images|data|video*|photograph*|embedding*|foundation|scene*|time series|image time series);
            geospatial; sentinel (1|2); landsat; land (cover|use); hyperspectral image (classification|unmixing); (building|road)
            footprint*; synthetic aperture radar; crop (mapping|type mapping); =DOTA; oriented object detection; bi temporal; =GIS;
            pansharpening; =xView; earth (engine|science*|system*);
            (remote|multispectral aerial) imagery; digital (surface|elevation|terrain) model*; =DSM; =DSMs; aerial map*; unmanned
            aircraft;
            earth vision")
        .normal("\
            hyperspectral; multispectral; urban mapping; canopy height; cross view geo; land surface; satellite; aerial
            (view|survey|vehicle image*|photo*|lidar|object*); (=UAV|drone|uav) (image*|captured|video*|imagery|based ..2
            (damage|mapping|monitoring)); (post disaster|disaster|building) damage ..2 assessment; land (surface|parcel); geospatial;
            forest carbon; spatial data")
        .weak("drone; geo localization; cloud detection; geographic; =UAV; aerial; geographic information")
        .not("\
            satellite (communication*|network*|constellation*|internet|orbit*|operation*); (=LEO|leo|communication) satellite*; sources
            ..3 satellite*; hyperspectral (camera|microscop*|snapshot); aerial (robot*|vehicle*|manipulation)")
        .yes(&["We present land cover mapping from satellites.", "Change in Aerial Imagery", "We complete digital surface models of towns."])
        .no(&["Satellite communication networks and their protocols."]),
    tag("surveillance", "Surveillance & biometrics", "Security cameras, traffic cameras, biometrics.")
        .strong("\
            (person|vehicle|pedestrian|people) (re identification|reid|re id|search|reidentification); re identification; =ReID; =CCTV;
            (face|iris|fingerprint|gait|palm|palmprint|finger vein|speaker|palm vein)
            (recognition|verification|identification|authentication|anti spoofing|presentation); security camera*; traffic
            (camera*|surveillance|monitoring); crowd (counting|analysis); video anomaly detection; face recognition; license plate;
            presentation attack*; abnormal event*; weapon detection; anti spoofing; violence detection; face verification; perimeter;
            market 1501; gait recognition; smart city camera*")
        .normal("\
            public safety; morphing attack; people counting; traffic video*; face identification; vehicle counting; biometric*; security
            footage; surveillance (system|camera|video|footage|network|application); person search; (robbery|crime|burglary|theft);
            (traffic|roadside) (video|camera|monitoring); parking lot; vehicle (counting|speed); video surveillance; pedestrian
            (attribute|retrieval); camera network; facial recognition; criminal investigation*; (person|suspect)
            (recognition|identification); forensic ..2 identif*; multi camera (setup|trajectory|tracking|network); identit* ..3
            (verification|recognition)")
        .weak("monitoring camera; smart cit*; crowd; multi camera; fingerprint*; surveillance")
        .not("\
            (disease|health|pharmac*|epidemi*|post market|mosquito) surveillance; crowd sourc*;
            (model|device|text|rf|radio|web|browser|network|data|dataset|molecular|llm|language model) fingerprint*; fingerprint (of
            the|retrieval|similarity)")
        .yes(&["We propose person re-identification at stations.", "Iris Recognition at Doors"])
        .no(&["Disease surveillance in towns."]),
    tag("documents", "Documents", "Text in images, documents, accessibility of print.")
        .strong("\
            (document|scanned|handwritten|historical|visually
            rich|chart|table|invoice|receipt|pdf|=PDF|manuscript|archival|comic|manga|newspaper|scene text|optical character)
            (image*|understanding|analysis|layout|parsing|recognition|document*|=AI|question
            answering|=QA|extraction|detection|dewarping|structure|text|expression*|manuscript*|digitization|page*|retrieval from
            images|spotting); optical character; handwriting; handwritten; braille; =DocVQA; =ChartQA; mathematical expression
            recognition; historical manuscript*; document ai; visual document*; layout analysis; text spotting; document
            (images|layout*|intelligence|conversion);
            writer (identification|verification|retrieval);
            manuscript*; character spotting; handwritten digit*")
        .normal("\
            scanned; pdf; digitization; document understanding; chart understanding; slide deck*; scene text; text recognition;
            (historical|ancient|medieval|digitized) (manuscript|map|document|archive); (sheet music|music score*|music recognition); form
            (understanding|structure|extraction|image*); optical character; ocr (system|engine|model|for|error*|dataset);
            (word|textual|text) (image|box*|style); handwritten")
        .weak("document; page; printed; newspaper; archive; ocr")
        .not("\
            (web|legal|retrieved|long|news|relevant|input|multi|clinical|design|text) document*; handwritten digit*; (document)
            (retrieval|level|corpus|collection|ranking); (free|long|short) form; scene text ..8 (question|=VQA|reason*)")
        .yes(&["We read handwritten letters with OCR.", "Parsing Document Layouts"])
        .no(&["The agent ranks the web documents it retrieves."]),
    tag("agriculture", "Agriculture & environment", "Crops, plants, livestock, forests, the environment.")
        .strong("\
            agricultur*;
            (crop|plant|leaf|weed|fruit|wheat|rice|maize|tomato|apple|corn|potato|grape|soil|tree|forest|livestock|cattle|dairy|cow|pig|
            poultry|coffee|olive|cotton|soybean|strawberry|vineyard|orchard|seed|farm|vegetation|flower|mango|greenhouse|sugarcane|banana)
            (disease*|detection|classification|phenotyp*|yield*|segmentation|monitoring|mapping|recognition|counting|growth|type*|health|
            inventory|species|harvesting|identification|breeding|management|field*|imag*|stress|crown*|image*|farming|weed*|leaves|row*|
            quality|ripeness|behaviour|behavior|head*|moisture|pest*|fire*|dataset);
            precision (farming|livestock|agriculture); deforestation; wildfire*; forestry; farmer*; livestock; aquaculture; irrigation;
            pest (detection|recognition|management); harvest* robot*; weeds; forest fire; coral reef*; plantvillage; plant disease*; air
            (quality|pollution); water quality; waste (sort*|classif*|detect*|management); marine debris; flood
            (mapping|detection|segmentation); garbage classification; environmental monitoring; pollination")
        .normal("\
            crop; farm*; orchard; vegetation; wildfire; plantation; weed; soil; tree species; flood; climate change; harvest*
            (robot*|crop*|fruit*); plant phenotyp*; plants; (forest|tree) (carbon|biomass|inventory|cover); reforestation")
        .weak("\
            plant; ecosystem; sustainability; tree; forest; fruit; climate; harvest*; pollution; environmental
            (science|impact|sustainab*); phenotyp*")
        .not("\
            (single|multi|random|center|image|ten|local|global|data|five|3|square|patch|zoom|against|robust|dropout|as) crop*; crop*
            (augment*|and resize|of (the|an) image|image|out|region*|size|strategy|based); random forest*;
            (isolation|decision|regression|causal|mondrian) forest*; (server|render|click|troll|wind|content|data) farm*; harvest*
            (energy|now|vulnerable|information);
            (solar|power|industrial|nuclear|chemical|treatment|pilot|manufacturing|production|process) plant*;
            (decision|search|syntax|parse|binary|regression|classification|kd|octree|merkle|spanning|game|reasoning|behavior) tree*;
            random forests; (political|business|economic|school|current) climate; flood (of|attack*|the); crop* (attack*|dropout|and
            dropout|noise|jpeg|resize|resizing|of);
            (multi|multiple|disjoint|non overlapping|selected|automatic|image|saliency|these|different|several|two)
            (disjoint|overlapping)? crop*; crop* (from|algorithm|that); (aspect ratio|image|automatic|saliency aware|photo)
            cropping")
        .yes(&["We count apples for agriculture.", "Weed Detection in Wheat Fields"])
        .no(&["A single-crop evaluation with random crops and a random forest.", "Automatic image cropping with multiple crops."]),
    tag("industry", "Industry & energy", "Manufacturing, inspection, construction, energy.")
        .strong("\
            (industrial|manufacturing|additive|construction|infrastructure|factory|power|bridge|railway|rail|pipeline|warehouse|steel|
            semiconductor|wafer|weld*|nuclear|power
            line|pavement|supply chain|oil|wind|logistics|fabric|pcb|printed
            circuit|sewer|tunnel|concrete|aerospace|aircraft|production|electric*|mining|petroleum) (anomaly|anomaly
            detection|inspection|manufacturing|factory|factories|site|sites|production|quality
            control|automation|defect*|plant|plants|grid|health monitoring|line*|turbine*|energy|maintenance|robot*|process*|control
            system*|system
            operation*|safety|warehouse*|distribution|crack*|material*|board*|engineering|operation*|worker*|demand|consumption|station*|
            track*|monitoring|equipment|environment*|fault*|well*|permit*|sector|setting*|part*|practice*);
            mvtec; predictive maintenance; industry (4|5); (surface|fabric|steel|weld*|wafer|tile|product) defect*; photovoltaic; solar
            (panel*|power|energy|cell*); wind (turbine*|power|farm*); power grid*; smart grid*; crack (detection|segmentation); structural
            health; building information; =BIM; remaining useful life; bearing fault*; fault (diagnosis|detection); assembly (line|task*);
            lithium ion; battery (health|management|state); smart (building*|factory|home energy); civil engineering; chemical
            engineering; additive manufacturing; 3d printing; power (electronics|system*); (in|for|smart|industrial|semiconductor)
            manufacturing; manufacturing (process*|system*|line*|industry); (smart|automated)
            (factory|factories|manufacturing|grid|inspection|production); energy (system*|grid|demand|sector); visual inspection; building
            energy; =CNC; foundry;
            microgrid*; defect (detection|inspection|segmentation)")
        .normal("\
            factory; factories; construction site; energy system*; machinery; warehouse; engineering design; semiconductor; welding;
            manufacturing; digital twin*; supply chain; electricity; industrial
            (anomaly|inspection|manufacturing|defect*|product*|part*|image*|vision|robot*|quality|control|process*); quality inspection;
            (solar|photovoltaic|=PV) (panel*|module*|plant*|cell*); (industrial|manufacturing) quality control; defective
            (part*|product*); (workplace|construction) safety; (roadside|civil|urban) infrastructure; infrastructure
            (monitoring|inspection|management); logistics (operation*|warehouse*|network*|industry|center*|planning); warehouse logistics;
            engineering (design|performance|simulation*); (mechanical|structural|product|vehicle|aerodynamic) design; design
            space; generative design; structural simulation*;
            automation (software|system*|technology); industrial automation; =OPC; =PLC")
        .weak("\
            production line; industry; maintenance; product; industrial; quality (control|inspection); inspection; energy consumption of;
            steel")
        .not("\
            industrial
            (grade|scale|strength|application*|deployment|revolution|research*|impact|relevance|recommend*|search|recommender*|advertis*|
            use|user*|setting*|system*);
            (reconstruct|graph|dataset|benchmark|map|corpus|knowledge graph|data) (construction|production); computational power; industry
            (and academia|standard); power (of|consumption|law|draw|efficiency|savings); energy
            (function|based|model*|landscape|efficien*|consumption|minimi*|cost*|score); academia and industry; production
            (system*|traffic|environment*|deployment*|ready|code|use|grade|llm*|inference|workload*|service*|data)")
        .yes(&["We inspect welds: defect detection in manufacturing.", "Industrial anomaly detection on bottles"])
        .no(&["We minimise an energy function, at industrial scale."]),
    tag("media", "Media & culture", "Film, art, games, advertising, social media, fashion.")
        .strong("\
            (social media|fashion|movie|film|cinema*|art|artwork|artistic|painting*|music|comic*|cartoon|anime|manga|game|video
            game|advert*|news|meme|podcast|logo|poster|graphic design|creative|cultural heritage|museum|tv|television|news|e
            commerce|font|typograph*|influencer|entertainment|theatre|dance|calligraph*|photo)
            (platform*|post*|recommendation|retrieval|generation|analysis|understanding|industry|production|style*|history|collection*|
            design*|creation|video*|content|image*|classification|scene*|editing|agent*|environment*|character*|asset*|development|
            creative*|marketing|campaign*|trailer*|transfer|painting*|recognition|heritage|article*|broadcast*|workflow*|software|playing|
            work*|artist*|dataset|attribute*|item*|outfit*|music|detection|narrative|script*);
            social media; virtual try on; (influencer|digital) marketing; artwork*; cultural heritage; filmmak*; cinematograph*; meme;
            memes; comics; hateful memes; fake news; tiktok; instagram; minecraft; museum*; painting*; video game*; game
            (development|design); advertis*; style transfer; news (video*|article*|recommend*|media); cinemagraph*; streamer*;
            livestream*; digital humanities; graphic design; lyric*; creative writing; typograph*; visual effects; influencer*")
        .normal("\
            film; art; photography; outfit; anime; hate speech; entertainment; journalis*; content creation; design tool*; cinematic;
            photographer*; movie*; e commerce; music*; artist*; fashion; (twitter|reddit|tiktok|youtube)
            (post*|user*|data|comment*|thread*); tweets; (content|online) moderation; (tv|movies|television) (show*|and tv); game
            (characters|design|studio); (visual|narrative|interactive) storytelling;
            (educational|narrative|interactive|player|serious|board|card|video) ..2 game*; game (genre|player*|about); interactive
            narrative*; (visual|online) shopping; recommendation (system|of) ..2 (video|movie|music); player
            (motivation|engagement|experience)")
        .weak("\
            entertainment; cultural; designer; news; content; clothing; garment*; game; creative; brand; youtube; stylized;
            misinformation; reddit; twitter; storytelling; gaming; creator*")
        .not("\
            (state of the|prior|of the|current|existing|previous|the) art*; state of art; art
            (method*|result*|performance|approach*|model*|baseline*|technique*|technolog*|detector*|tracker*|algorithm*|system*|solution*|object
            detector*); (thin|dielectric|perovskite|tear|nano|metal|polymer) film*; game (theor*|theoretic*|tree); (zero
            sum|stackelberg|cooperative|matrix|potential|bayesian|mean field|markov|differential|extensive form|normal
            form|coordination|congestion|security|general sum|repeated|two player|signaling|language) game*; as a game; youtube (8m|vos|8
            m|vis); (in|a|this|similar|layered|supervised|end|efficient) ..4 fashion; in (a|an) ..3 (fashion|manner);
            (beer|social|language|card|board|public good*|coordination|evolutionary|population|local|polymatrix) game*; game
            (scenario*|simulat*|dynamics)")
        .yes(&["We analyse memes on social media.", "Style Transfer for Painters"])
        .no(&["The state of the art is beaten: state-of-the-art results.", "A game-theoretic proof."]),
    tag("ar-vr", "AR & VR", "Augmented and virtual reality, virtual humans.")
        .strong("\
            (augmented|virtual|mixed|extended|immersive) (reality|human*|avatar*|environment for vr|try on
            room|telepresence|character*|technolog*); =AR
            (=VR|vr|glasses|headset*|application*|device*|hmd|overlay*|experience*|display*|system); =VR; =XR; metaverse; avatar*; digital
            human*; virtual human*; telepresence; head mounted display*; head mounted; hololens; (smart|ar|=AR) glasses; animatable;
            talking (head|face); free viewpoint (video|animatable|person); 360 degree (video|image*)?; volumetric video; free viewpoint")
        .normal("\
            headset; =HMD; near eye display; virtual world; virtual scene; holograph* display*; egocentric device; =AR =VR; augmented
            reality; xr (scene|environment|system*|device*|application*); virtual environment* ..3 (avatar|immersive|user*)")
        .weak("virtual; egocentric; interactive rendering; omnidirectional; immersive")
        .not("\
            =AR
            (model*|coefficient|diffusion|generation|decoding|process|image|video|=LLM*|baseline*|transformer*|llm*|inference|training|
            objective|and
            diffusion); (hybrid|masked|block|diffusion) =AR; in virtual environments; virtual machine*")
        .yes(&["We draw avatars for virtual reality.", "Headsets for Augmented Reality"])
        .no(&["A virtual machine is no place; the AR model decodes."]),
    tag("sports", "Sports", "Sports and exercise.")
        .strong("\
            sport*; (soccer|football|basketball|tennis|table tennis|badminton|volleyball|cricket|hockey|ice
            hockey|baseball|golf|rugby|swimming|gymnastics|skiing|running|cycling|yoga|fitness|athlete*|boxing|skating|exercise|climbing|
            ball|esports|climb*)
            (video*|match*|game*|player*|analytics|analysis|tracking|action*|broadcast*|team*|trajectory|exercise*|swing|pose*|coach*|
            assessment|training|performance|recognition|scene*|detection|understanding|commentary|dataset|form|shot*|footage);
            soccernet; athletic*; athlete*; soccer; basketball; badminton; yoga; fencing; football; tennis; workout*")
        .normal("\
            gymnast*; coaching; playing style; (player|players) (tracking|detection|pose*|movement*); referee decision*; physical
            (exercise|fitness|activity)")
        .weak("player; ball; match; exercise; fitness")
        .not("fitness (function|landscape|score|evaluation|value*)")
        .yes(&["We track soccer players.", "Tennis Analytics at the Net"])
        .no(&["The fitness function is steep."]),
    tag("science", "Science", "Physics, astronomy, materials, geoscience other than remote sensing.")
        .strong("\
            (scientific|physics|astronom*|astrophys*|cosmolog*|material|materials|quantum|particle|chemical|chemistry|climate|weather|
            seismic|geolog*|geophys*|fluid|turbulen*|molecular|plasma|nuclear|solar|crystal|gravitational|galaxy|stellar|galactic|high
            energy|atmospheric|ocean|oceanograph*|hydrolog*|subsurface|meteorolog*|tropical cyclone|earthquake|precipitation|telescope|x
            ray diffraction|battery material|polymer|catalyst*|condensed matter|computational fluid|partial differential)
            (discovery|simulation*|science|sciences|physics|forecast*|prediction|image*|imaging|data|design|chemistry|structure*|dynamics|
            mechanics|survey*|equation*|model|models|modeling|reaction*|property|properties|system|systems|computing|chromodynamics|lens*|
            wave*|inversion|interpretation|research|flow*|flare*|energy
            physics|collision*|nowcasting|downscaling|morpholog*|observation*|workflow*|experiment*|detector*|event*|emulat*|circulation|
            hypothes*|synthesis);
            astrophys*; cosmolog*; galax*; materials science; partial differential equation*; =PDE; =PDEs; neural operator*; =PINN;
            =PINNs; density functional; quantum (circuit*|computing|comput*|machine
            learning|neural|algorithm*|state*|kernel*|optimization|annealing|information|error); computational fluid dynamics; =CFD;
            molecular dynamics; weather forecasting; earthquake; telescope*; seismic; crystal*; fluid (dynamics|flow); navier stokes;
            climate model*; scientific (discovery|machine learning|computing|simulat*); chemistry; spectroscop*; planetary; lunar; mars
            rover; geoscien*; black hole*; hydrodynam*; microstructure*; qubit*; astronomy; astronomical (survey|image|observation);
            exoplanet*; lhc; large hadron;
            microstructur*; alloy*; finite element*")
        .normal("\
            physical system*; quantum; physical simulation*; dynamical system*; differential equation*; finite element;
            (material|constitutive|mechanical|multibody|hyperelastic) (model*|design|dynamics|properties|behavior); (topology|structural)
            optimization; metamaterial*; homogenization; underwater vision; crystal structure*; (electron|force|scanning) microscop* ..6
            (material*|steel*|defect*|crystal*|alloy*); quantum (code*|error*|ldpc); irradiated; physics informed")
        .weak("scientific; physical law; physics; material; laboratory")
        .not("\
            (clinical|training|source|teaching|supplementary|learning|course|raw|web|study|reading|creative|pbr|brdf|human|appearance|building)
            material*; materials (and methods|are|available|can); (physics|physically)
            (based|plausible|compliant|consistent|grounded|aware) (render*)?; material
            (editing|estimation|appearance|segmentation|decomposition|propert*); scientific
            (paper*|literature|writing|claim*|document*|publication*|article*|figure*|question*|table*|peer); physics
            (engine*|simulator*); weather (event*|condition*)")
        .yes(&["We classify galaxies in a survey of astronomy.", "Neural Operators for Turbulent Flow"])
        .no(&["Computer science and data science are taught here."]),
    tag("security", "Security & privacy", "Privacy, attacks, forensics, watermarking.")
        .strong("\
            (adversarial|backdoor|poisoning|jailbreak*|prompt injection|membership inference|model inversion|model extraction|model
            stealing|evasion|data poisoning|trojan|gradient inversion|side channel|privacy|red team*|cyber|phishing|injection)
            (attack*|threat*|vulnerab*|defense*|patch*|risk*|leak*|breach*|crime*|security|detection); backdoor*; jailbreak*; prompt
            injection*; differential privacy; differentially private;
            (data|user|patient|image|model|visual|face|location|query|video|training data|genomic) privacy; privacy
            (leakage|risk*|attack*|budget|guarantee*|utility|policy); watermark*; steganograph*; deepfake*; forensic*; malware;
            cybersecurity; cyber security;
            (intrusion|malware|fraud|phishing|vulnerability|spam|bot|ransomware|attack|forgery|threat|ddos|anomaly based intrusion|smart
            contract) (detection|detector*|repair|discovery|hunting|intelligence); cryptograph*; encrypt*; homomorphic; face anti
            spoofing; presentation attack*; anonymiz*; de identification; machine unlearning; secure (aggregation|multi
            party|computation|inference|comput*); copyright (protection|infringement);
            (=LLM|llm|ai|=AI|agent|network|software|web|cloud|iot|=IoT|system|information|hardware|blockchain|memory) security; trusted
            execution; fingerprint* ..3 (model*|=LLM*|llm*); face forgery; red teaming; image forgery; smart contract*; unlearnable;
            attacker*; anti spoofing; model ownership; penetration testing; data leakage attack*;
            (targeted|transferable|universal|physical|black box|white box|backdoor|poisoning|jailbreak) attack*")
        .normal("\
            privacy; security; unlearning; malicious; obfuscat*; adversary; content authenticity; de anonymiz*; copyright protection;
            privacy (preserving|protection|preservation|enhancing); authentication; blockchain; security
            (vulnerab*|risk*|analysis|threat*|bug*|audit*|testing|benchmark|research*|polic*|propert*); attack*
            (on|against|method*|surface|success); (copyright|ownership|identity) (protection|theft|verification); locally private;
            (local|pure|approximate) differential privacy; image (watermark*|forgery|tamper*); (tamper*|forgery|forgeries); zero knowledge
            (proof*|verification|virtual); (verification|attestation|cryptographic) (protocol*|proof*|commitment*); confidentiality;
            unauthorized (use|usage|access)")
        .weak("secure; adversarial; leakage; threat; vulnerability; provenance; safety alignment; attack; tamper*")
        .not("\
            (national|social|food|job|energy|financial|type|network|homeland|water|airport|water) security; privacy
            (concern*|constraint*|issue*|regulation*|reason*|restriction*) (and|limit*|bandwidth|make|prevent|due|over|of)?;
            (generative|domain|discriminative) adversarial; adversarial
            (training|network*|learning|loss|domain|robustness|perturbation*|image to image|example*|distillation|defense*|post training);
            (heart|panic|asthma) attack*; white box attacks; black box attacks; security
            (camera*|footage|personnel|studies|price*|market*); (without|while|and|despite) ..1 privacy concern*; multi factor
            authentication")
        .yes(&["We watermark images against theft.", "Backdoor Attacks on Voices"])
        .no(&["A generative adversarial network has no security in mind."]),
];
