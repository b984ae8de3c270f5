//! The facet `modality`: what goes in, beyond ordinary colour images.

use super::{TagRow, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[TagRow] = &[
    tag("video", "Video", "Works on video or image sequences.")
        .strong("\
            (video|videos) (understanding|generation|retrieval|segmentation|object|deblurring|super
            resolution|captioning|classification|prediction|compression|diffusion|language|recognition|annotation|analysis|summarization|
            anomaly|restoration|inpainting|editing|question|action|dataset|datasets|benchmark|instance|denoising|model*|=LLM*|sequence*|
            data|frame*|clip*|representation*|synthesis|representation|grounding|reasoning|stream*|based|denoising|enhancement|matting|
            depth|pose|interpolation|coding|transformer*|generator*|editing|quality|foundation|input*|world|moment|translation|collections|
            recordings|views|surveillance|encoder*|tokens|tokenizer*|demonstration*|feature*);
            (in|from|of|for|over|across|monocular|rgb|long|short|egocentric|untrimmed|instructional|streaming|youtube|surgical|training|
            input|multi
            view|real|influencer|driving|human|endoscopic|raw|generated|talking|unlabeled|sports|first person|laparoscopic|social
            media|internet|live|dynamic|custom) video*; text to video; image to video; (multi object|object|visual|single object|multiple
            object|multi target|point) (tracking|tracker*); tracking by detection; action (recognition|detection|localization); temporal
            action; gait recognition; lip (reading|sync*); frame interpolation; talking (head|face); =MOT; =*VOS; rppg; =rPPG; sign
            language; kinetics 400; ucf 101; =UCF101")
        .normal("\
            (adjacent|consecutive|neighboring|future|past|multiple|key) frame*; image sequence*; spatio temporal; temporal consistency;
            frame sequence; tracked object; optical flow; videos; (anomal*|action|activity) ..4 videos; video level label*")
        .weak("video; frame; temporal; footage; tracking; clip")
        .not("\
            video game*; video (processing|camera*|card*|coding standard*|conferenc*|memory|surveillance and); (images|image) (and|or)
            videos; (supplementary|demo|project|accompanying) video*; video* (are|is) available; and video processing; videos and code;
            video demo*; code and video*; (and|or) video; optical flow constraint*")
        .yes(&["We cut long videos.", "Video Question Answering"])
        .no(&["A video game about farms.", "Demo videos are available."]),
    tag("point-cloud", "Point cloud / lidar", "Works on point clouds, lidar included.")
        .strong("\
            point cloud*; =LiDAR; lidar; =LIDAR; =LiDARs; point set*; (multi modality|bev|=BEV|3d multi|lidar) object detection;
            pointnet*; laser scan*; semantickitti; modelnet*; waymo open")
        .normal("\
            3d sensor; =3D scan*; 3d points;  range image; occupancy prediction; argoverse; =nuScenes; 3d
            (detection|detector*); 3d object detection")
        .weak("\
            voxel; 3d scan*; shapenet; depth sensor; bev; point based; kitti; 3d point*; =nuScenes; scannet;
            bird s? eye view")
        .not("\
            (monocular|camera based|camera only|multi camera|image based|multi view|vision only) ..3 (3d)? object detection; monocular 3d;
            (without|or) lidar; gaussian point cloud*; 3d point (tracking|tracks);
            (vision|camera|image|monocular|stereo) based ..3 3d object detection;
            pseudo lidar;
            (out of|in) range image*")
        .yes(&["We complete point clouds.", "Lidar in the Rain"])
        .no(&["A cloud of smoke has a point."]),
    tag("depth", "Depth (RGB-D)", "Takes depth images or RGB-D as input.")
        .strong("\
            depth completion from; rgb (d|depth); rgbd; =RGBD; =RGB =D; depth (camera*|sensor*|image*|stream|input*|frame*|data); kinect;
            depth (super resolution|inpainting|enhancement); =ToF; time of flight; color and depth; sun rgb; rgb and depth")
        .normal("\
            depth guided; depth prior*; realsense; depth modality; (from|single|voxelized|input|and|with|fuse*) ..1 depth map;
            (infrared|event|thermal|=RGB|rgb) ..3 depth; depth (based|input|modality|information)")
        .weak("depth map; depth information; depth; =NYUv2; nyu depth; =NYUDv2; sparse depth; structured light; scannet")
        .not("depth estimation; monocular depth")
        .yes(&["We fuse RGB-D frames.", "Kinect Revisited"])
        .no(&["The depth of this network is large."]),
    tag("radar", "Radar", "Works on radar other than SAR.")
        .strong("\
            radar; radars; millimeter wave radar; mmwave; =mmWave; range doppler; =FMCW; micro doppler; weather radar; 4d radar; radio
            frequency sensing; sonar; ground penetrating; wifi sensing")
        .not("\
            synthetic aperture radar; radar (chart*|plot*); mmwave
            (communication*|beam*|mimo|channel*|network*|system*|link*|band*|massive)")
        .yes(&["We map fields with radar.", "Radar at Dawn"])
        .no(&["Synthetic aperture radar images of ice."]),
    tag("event-camera", "Event camera", "Works on the events of neuromorphic cameras.")
        .strong("\
            event (camera*|based
            (vision|camera*|sensor*|video|optical|object|tracking|slam|visual|eye|depth|stereo|dataset*|deblurring|neural|image*|
            recognition|detection|action|data)|stream*|sensor*|vision|frame*|to
            video); neuromorphic (camera*|vision|sensor*|data|dataset*); dynamic vision sensor*; =DVS; spike camera*; asynchronous event*;
            events and frames")
        .normal("(infrared|thermal|=RGB|rgb|frame) ..2 event; event (and|or) (rgb|=RGB|frame*)")
        .yes(&["We deblur with an event camera.", "Neuromorphic Vision on Wings"])
        .no(&["The event is held in May."]),
    tag("thermal", "Thermal / infrared", "Works on thermal or infrared images.")
        .strong("\
            (thermal|infrared|near infrared|visible infrared|rgb infrared|rgb thermal|long wave infrared|far infrared|mid wave infrared)
            (image*|imaging|imagery|camera*|person|video*|small|face*|and
            visible|visible|sensor*|object|pedestrian*|data|target*|modality|re
            identification|spectrum|uav|drone|fusion|infrared|tracking|to visible|detection); rgb (t|thermal|ir|infrared); =RGBT; visible
            (and|infrared) (infrared|person|image); =LWIR; =NIR; thermography; near infrared; thermogram*; =FLIR")
        .normal("thermal; infrared")
        .not("\
            thermal
            (conductiv*|management|comfort|stress|energy|power|design|expansion|noise|load*|dynamics|runaway|equilibrium|model|performance|
            simulation*|properties|field*|constraint*|throttling|history|storage|limits|coupling|fluctuation*|behavior|transport|response);
            near infrared spectroscopy")
        .yes(&["We detect people in thermal images.", "Visible-Infrared Matching"])
        .no(&["Thermal conductivity of copper."]),
    tag("hyperspectral", "Hyper-/multispectral", "Works on hyperspectral or multispectral images.")
        .strong("\
            hyperspectral; multispectral; multi spectral; hyper spectral; spectral (imaging|unmixing|image*|reconstruction from rgb|super
            resolution|signature*); =HSI; =HSIs; pansharpening; sentinel 2; landsat; indian pines; meteosat; hyperspectrally")
        .normal("spectral band; endmember*; =NDVI; satellite multi band")
        .weak("spectral; band")
        .not("spectral (normalization|clustering|norm)")
        .yes(&["We unmix hyperspectral images.", "Multispectral Drones"])
        .no(&["Spectral clustering of graphs."]),
    tag("sar", "SAR", "Works on synthetic aperture radar.")
        .strong("\
            synthetic aperture radar; =SAR (image*|imaging|data|ship*|target*|automatic|imagery|to optical|and
            optical|optical|scene*|=ATR|object|interferomet*|despeckl*|amplitude|sensor*|modality|detection|foundation|polarimetric|
            feature*|time);
            =PolSAR; =InSAR; sentinel 1; =ISAR; optical (and|to)? =SAR (image*|imagery|data|ship*|target*|sensor*|interferometr*|amplitude|satellite*); =MSTAR; =SAR; polarimetric =SAR")
        .not("=SAR (=ADC|adc|level*|value*|limit*|mission*|operation*|robot*|distribution)")
        .yes(&["We find ships in SAR images.", "Synthetic Aperture Radar of Ice"])
        .no(&["A search and rescue SAR mission, with SAR robots."]),
    tag("satellite", "Satellite & aerial", "Works on satellite, aerial or drone images.")
        .strong("\
            (satellite|aerial|drone|uav|=UAV|overhead|remote sensing|remotely sensed|sentinel|sentinel 2|landsat|earth observation|high
            resolution satellite|geostationary satellite|drone captured|planetscope|unmanned aerial|drone view|cross view|orthophoto*)
            (image*|imagery|video*|data|photograph*|view*|object*|scene*|footage|services|detection|geo
            localization|tracking|captured|change|hyperspectral|multispectral|vehicle image*|to ground|foundation|vision|semantic); remote
            sensing; earth observation; sentinel (1|2); landsat; orthophoto*; land (cover|use) (classification|mapping|segmentation|map*);
            hyperspectral image classification; meteosat; visdrone; =DOTA; bitemporal; bi temporal; xview; geospatial foundation; street
            to satellite; aerial (view*|survey*|captured)")
        .normal("\
            drone; =UAV; unmanned aerial; geospatial; cross view geo; building footprint; deforestation; =UAV ..3
            (image*|video*|imagery|visual); aerial; satellite")
        .weak("satellite; overhead; aerial")
        .not("\
            satellite (communication*|network*|constellation*|internet|orbit*|link*); aerial (manipulat*|robot*|vehicle*); unmanned aerial
            vehicle*; (=UAV|uav|drone)
            (navigation|swarm*|network*|control|path|communication*|racing|flight|assisted|enabled|delivery|trajectory|route);
            drone (swarm*|navigation|racing|control|mounted); swarm* of ..2 drone*; (single|multiple) drone*;
            geospatial (visual|pattern*|prior*)")
        .yes(&["We label land cover from satellite images.", "Cars Seen from Drones: Aerial Imagery"])
        .no(&["Satellite communication networks."]),
    tag("mri", "MRI", "Works on magnetic resonance images.")
        .strong("\
            =MRI; =MRIs; mri; magnetic resonance; =fMRI; fmri; =MR
            (image*|imaging|scan*|reconstruction|volume*|data|spectroscopy|sequence*|angiograph*|to); =T1 weighted; t1 (weighted|w); t2
            (weighted|w); =FLAIR (image*|=MRI|sequence*|scan*); brats; k space; diffusion (mri|=MRI|weighted imaging|tensor imaging); cardiac (mr|=MR|cine); brain
            (tumor segmentation|image segmentation|mr); =BraTS; =DWI; =ADNI; =MRA")
        .normal("neuroimaging; brain tumor; glioma*; tractograph*; brain scan*")
        .weak("brain image*; =MR")
        .yes(&["We segment tumors in MRI.", "Faster Magnetic Resonance"])
        .no(&["Mixed reality, or MR headsets."]),
    tag("ct", "CT", "Works on computed tomography.")
        .strong("\
            =CT
            (image*|scan*|volume*|slice*|dataset*|reconstruction|data|angiograph*|denoising|segmentation|imaging|kidney|report*|to|and|
            screening|based|examination*|atlas|modality|sequence*);
            =CT; computed tomography; =CBCT; cone beam; luna16; =LUNA16; =LIDC; low dose ct; =CTA; micro ct; =CTs; hounsfield; =KiTS;
            =LiTS; =KiTS19; chest =CT; pet ct; =PET =CT")
        .normal("\
            lung nodule*; pulmonary nodule*; tomograph*; abdominal ct; liver tumor*; covid 19 lung; micro computed; ray ..1 =CT")
        .weak("tomographic; lung; abdominal")
        .not("\
            coherence tomography; emission tomography;
            =CT (=Net|net|module|former|=Module|block);
            snomed ct; =SNOMED =CT; (quantum|state|process) tomography")
        .yes(&["We reconstruct CT scans from few views.", "Lung Nodules in Computed Tomography"])
        .no(&["We detect ct strings in text.", "We propose CT-Net for videos."]),
    tag("x-ray", "X-ray", "Works on X-ray images.")
        .strong("\
            x ray*; xray*; =CXR; =CXRs; radiograph; radiographs; radiographic; mammogra*; chexpert; mimic cxr; fluoroscop*; =DXA; bone
            age; cephalometric; angiogram*; breast tomosynthesis; panoramic dental")
        .normal("radiography; angiograph*; covid chest")
        .not("\
            x ray
            (diffraction|spectro*|scattering|crystallograph*|ct|computed|astronom*|binar*|telescope*|emission|luminosity|source*|observ*|
            absorption|micro|pulsar*);
            ct angiograph*")
        .yes(&["We find fractures in X-rays.", "Chest Radiographs at Night"])
        .no(&["X-ray diffraction of salt."]),
    tag("ultrasound", "Ultrasound", "Works on ultrasound.")
        .strong("\
            ultrasound; echocardiogra*; ultrasonograph*; sonograph*; ultrasonic image*; =POCUS; intravascular ultrasound; ultrasonic;
            elastograph*; doppler ultrasound; sonogram*")
        .not("ultrasonic (sensor*|distance|ranging)")
        .yes(&["We read ultrasound images of hearts.", "Echocardiography on Phones"])
        .no(&["Sound is loud."]),
    tag("histopathology", "Histopathology", "Works on tissue slides.")
        .strong("\
            histopatholog*; histolog*; whole slide*; =WSI; =WSIs; (digital|computational) pathology; pathology
            (image*|slide*|foundation|report*|vision); patholog* image*; stain normali*; =H =E; hematoxylin; immunohistochem*; =IHC;
            camelyon*; glomerul*; gleason; tissue (section*|slide*|microarray*|image*|patch*); cytolog*; nuclei segmentation; =TCGA;
            stain; staining; slide level; pathological image*; biopsies")
        .normal("pathologist; slide image*; biopsy; gigapixel; tissue sample*")
        .weak("slide; tissue; nucleus")
        .not("slide (deck*|presentation*|generation); presentation slide*; histogram*; histor*")
        .yes(&["We grade whole-slide images.", "Stains in Digital Pathology"])
        .no(&["Slides of the lecture hold histograms."]),
    tag("fundus-oct", "Fundus / OCT", "Works on images of the eye's ground or optical coherence tomography.")
        .strong("\
            fundus; =OCT; =OCTA; optical coherence tomograph*; retinal
            (image*|vessel*|vascul*|fundus|oct|layer*|disease*|scan*|vascular|photograph*|blood|lesion*|imaging); diabetic retinopathy;
            retina (vessel*|vascular|image*|photograph*|scan*); glaucoma; =IDRiD; idrid; macular; ophthalm* image*; optic (disc|cup);
            =EyePACS; retinopathy")
        .normal("retina; ophthalmolog* (image*|imaging|scan*); retinal")
        .weak("\
            ophthalmolog*")
        .not("(retina|retinal) (inspired|cell*|ganglion|neuron*)")
        .yes(&["We grade fundus photographs.", "Retinal Vessels in OCT"])
        .no(&["In Oct. we met."]),
    tag("endoscopy", "Endoscopy", "Works on endoscopic or laparoscopic images.")
        .strong("\
            endoscop*; laparoscop*; colonoscop*; cholec*; =CholecT50; bronchoscop*; polyp (segmentation|detection); surgical
            (video*|phase|instrument segmentation|tool*|scene*|instrument*); capsule endoscopy; robot assisted surgery; =EndoVis;
            minimally invasive surgery; otoscop*; gastroscop*; arthroscop*; cystoscop*")
        .normal("gastrointestinal; polyp")
        .weak("kvasir")
        .yes(&["We segment polyps in colonoscopy.", "Tools in Laparoscopic Video"])
        .no(&["A surgical edit of the weights."]),
    tag("microscopy", "Microscopy", "Works on microscope images, cryo-EM included.")
        .strong("\
            microscop*; cryo (em|=EM|et|=ET|electron); cryogenic electron; micrograph*; =SEM (image*|micrograph*); =TEM
            (image*|micrograph*); confocal; fluorescence (image*|imaging); cell (image*|imaging|painting|segmentation|tracking); live
            cell; blood smear*; =STEM image*; ptychograph*; cellpose; electron micrograph*; holotomograph*;
            micrograph*; microstructur* image*; =SEM image*")
        .normal("cell nuclei; embryo*; fluorescence")
        .weak("connectom*")
        .not("microscopic (traffic|simulation|model*|dynamics|level); microscopic simulation")
        .yes(&["We sharpen microscopy images.", "Cryo-EM of Tiny Rings"])
        .no(&["A microscopic traffic model."]),
    tag("skeleton", "Skeleton / pose", "Takes body joints or motion capture as input.")
        .strong("\
            (skeleton|skeletal) (based|data|action|sequence*|representation*|joint*|graph*|motion*|input*|features|approaches); motion
            capture; mocap; =MoCap; human3 6m; =Human3; =NTU; ntu rgb; human motion
            (prediction|generation|forecasting|synthesis|data|capture|sequence*|model*|diffusion); (pose|joint|keypoint) sequence*; 2d to
            3d (pose)? lifting; text to motion; =HumanML3D; pose lifting; =AMASS; body landmark*; human skeleton*; motion retarget*; gait
            skeleton*")
        .normal("skeletons; motion sequence*; joint trajectory; joint position*; skeleton")
        .weak("pose; keypoint; joint; human pose; body joint*")
        .not("\
            (plan|proof|code|report|program|answer|argument|sketch|topolog*|vessel|graph|curve|tree|causal|query|story|morphological|road|
            plot|response|reasoning|logical|template|3d|medial|=SQL|deep)
            skeleton*; skeleton (of (thought|the proof|thoughts)|code|extraction|recall|loss)")
        .yes(&["We predict human motion from skeleton sequences.", "Skeleton-based Gestures"])
        .no(&["A skeleton of the proof is given first."]),
    tag("mesh", "Mesh / volume", "Takes meshes, volumes or other 3D shapes as input.")
        .strong("\
            (triangle|triangular|3d|surface|skinned|human|polygon*|textured|template|hand|body|face|quad|tetrahedral|input|static|
            watertight|volumetric)
            mesh*; mesh
            (processing|based|generation|recovery|reconstruction|segmentation|convolution*|texture*|deformation|simplification|
            parameterization|representation*|network*|extraction|optimization|registration|compression|quality);
            =CAD (model*|design*|sequence*|program*|data); 3d shape (retrieval|analysis|matching|correspondence*|classification); shape
            correspondence; voxel grid*; blendshape*; tri plane*; signed distance (field*|function*); uv (map*|texture*); skinned mesh*;
            finite element mesh*")
        .normal("3d shapes; template mesh; volumetric data; articulated template; boundary representation; mesh; meshes; =SMPL")
        .weak("3d shape; geometry; shape space; 3d volume; voxel*; morphable; 3d model*")
        .not("\
            (without|ground truth|pre rigged model or ground truth|explicit
            3d|or|require|through|service|data|network|wireless|peer|trust|mobile|hexagonal|device) mesh*; mesh (network*|topolog*|based
            learning|node*|grid of|parallel*); signed distance; human mesh recovery from")
        .yes(&["We colour triangle meshes.", "Skinning Meshes for Play"])
        .no(&["A wireless mesh network of nodes."]),
    tag("text", "Text", "Takes text as input or as supervision.")
        .strong("\
            (text|large language|language model|vision and language|vision language|image text|video text|natural language|text
            image|multimodal large language|large vision language|vision language action|visual question|language guided|text guided|text
            driven|text conditioned|referring expression|cross modal text|text only|video language|image and text|text and image|text
            based|text prompt|open vocabulary|textual|visual language|pretrained language|small language|foundation language|audio
            language|masked language|linguistic)
            (model|models|prompt|prompts|pair*|retrieval|guided|driven|conditioned|conditioning|description*|instruction*|quer*|supervision|
            input*|encoder*|to
            image|to video|to 3d|to motion|to speech|to
            sql|generation|classification|data|corpus|corpora|answering|reasoning|navigation|understanding|alignment|pre
            training|pretraining|embedding*|segmentation|feature*|guidance|modality|token*|modeling|action|processing|grounding|detection|
            features|based|control|inference|agents|domain|task*|benchmark*|condition*|comprehension|space);
            =VLA; =VLAs; =VQA; =*VQA; text to (image|video|3d|motion|speech|sql|audio|music); visual question answering; image captions;
            (referring (expression*|image|video|segmentation|object*)|image text); machine translation; retrieval augmented generation; =RAG; =GPT4; =V =L; image
            sentence; prompt* (tuning|learning|engineering|optimization|injection); visual grounding; referring (expression*|image|video);
            summarization ..3 text; radiology report*; captions as; hate speech; radiology report generation; text prompts; instruction
            tuning; instruction following; (text|textual) (and|or) (image*|video*|audio|visual); =LLM; =LLMs; =*LLM; =*LLMs; language
            models; sentiment; question answering; sentence*; dialogue*; multilingual; chatgpt; =ChatGPT")
        .normal("\
            caption*; natural language instructions; word embedding*; label embedding*; code generation; tokens and text; transcript*;
            tweet*; prompts; (attribute|textual|semantic) quer*; edit* instruction*; edit instruction*; (soft|text|language) prompt*; text
            (attribute|label|token|content|input|data); (user|text|natural) instruction*; natural language;
            (and|from|with|or|between|raw|free|short|long|by|input|generated|into) text; (video|vision|image) and language;
            (caption*|sentence*|question*) ..4 (image*|video*); =VLM; =VLMs; =*VLM; =*VLMs; =MLLM; =MLLMs;  =GPT; =BERT; =*BERT;
            linguistic; textual; cross lingual; chatbot*; (large|pretrained|small|multimodal large) language model*; language
            (model|modeling|modelling|understanding|instruction*|agent*|generation);
            vision language")
        .weak("\
            instruction; language; query; =CLIP; =*CLIP; prompt; text;
            =NLP")
        .not("\
            scene text; text (recognition|spotting|detection|removal|line*|image super*); (optical|handwritten|braille|printed|sparse)
            text*; (in the|alt|full|plain) text; language agnostic; natural language processing (field|tasks)?;
            (programming|markup|hardware description|sign|body|domain specific|modeling|query) language*; scene text recognition;
            (research|open|key|fundamental|following|natural|important|central|this|the|answer*) question*; image caption*
            (task|benchmark); (contain|contains|of|and|in|with) text (region*|line*|box*|instance*); text to ..4 recognition; for text to;
            (without|over) text; text (processing module|feature space|line image*|image*|recognition|recognizer); (scene|input) text
            (image*|recognition);
            quality assessment ..1 =VQA;
            prompts the (performance|development)")
        .yes(&["We prompt a large language model.", "Text-to-Image with Less"])
        .no(&["Scene text recognition is read from pixels."]),
    tag("audio", "Audio", "Works on sound: speech, music, noise.")
        .strong("\
            audio*; speech (recognition|synthesis|enhancement|separation|emotion|translation|language|driven|to
            text|model*|generation|processing|signal*|data|representation*|understanding|encoder*|token*|input*|quality|translation|large|
            llm*|=LLM*|dataset*|corpus|detection|foundation|codec*|features|interaction|corpora|act*);
            (text to|spoken|far field) speech; music
            (generation|information|understanding|recommendation|tagging|transcription|source|emotion|synthesis|audio|theory|to|editing|
            representation*|llm*);
            sound (event*|source*|classification|generation|separation|localization|effect*|field*|design); acoustic*; speaker
            (verification|recognition|identification|diarization|embedding*); =TTS; voice
            (conversion|cloning|assistant*|synthesis|agent*|activity|command*|quality|biometric*|deepfake*); talking (head|face|portrait);
            lip (sync*|reading); co speech; spectrogram*; singing; wav2vec*; =Whisper; hubert; audiovisual; bioacoustic*; mel spectrogram;
            dubbing")
        .normal("\
            music; vocal; podcast*; sound; voice; =Voice; automatic speech; =ASR (model*|system*|task*|performance); speech; spoken")
        .weak("=ASR")
        .not("\
            (hate|free|toxic|parts of|part of|figure of|public|freedom of|political|offensive|abusive) speech;
            (theoretically|is|are|be|provably|methodologically|mathematically|logically|not|more|and|sound and|complete
            and|scientifically|both|type|statistically|legally|technically) sound; sound (and
            complete|and|type*|theor*|reasoning|abstraction*|framework|basis|methodolog*|approximation*|verification|judg*|static|proof*|
            procedure|inference);
            voice of; human voices; acoustic shadow*;
            semantically sound; test time scaling ..2 =TTS")
        .yes(&["We hear events in audio.", "Talking Heads from Speech"])
        .no(&["A sound and complete proof."]),
    tag("time-series", "Time series", "Takes signals over time: EEG, vehicle buses, inertial sensors.")
        .strong("\
            time series; =EEG; eeg; electroencephalogra*; =ECG; ecg; electrocardiogra*; =EMG; electromyogra*; =IMU; =IMUs; inertial
            (sensor*|measurement*|navigation|odometry|data|signal*); visual inertial; accelerometer*; gyroscope*; motor imagery; brain
            (computer|machine) interface*; =BCI; can (bus|signal*); wearable (sensor*|device*|data); sensor
            (signal*|reading*|stream*|time); physiological (signal*|time); photoplethysmogra*; =PPG; vibration signal*; =fNIRS;
            spatiotemporal forecasting; traffic (flow|speed)? forecasting; channel state information; =CSI; load forecasting; electricity
            (load|price|demand|consumption); temporal point process*; multivariate (temporal|time|sequence*); seizure; polysomnogra*;
            wearables; event log*; stock (price|market|return|prediction|movement*); financial (time|market data|forecasting); demand
            forecasting; bearing fault*; sleep stag*; =MEG; spike train*; glucose monitor*; controller area network; control area network;
            smart meter*; neural (recording*|spik*)")
        .normal("\
            inertial; sensor signal; biosignal*; longitudinal (data|record*); forecast* ..3 (series|demand|load|price*); wearable; anomaly
            ..3 (series|telemetry); signal data; visuo inertial; sensor data")
        .weak("forecasting; sensor; temporal data; sequential data; signal; telemetry")
        .not("\
            satellite image time series; image time series; (lidar|camera|image|optical|camera and|multi|point
            cloud|radar|vision|tactile|touch|multi modal|3d|rgb|visual|remote) sensor*;
            wearable camera*")
        .yes(&["We forecast time series.", "EEG on a Train"])
        .no(&["A camera sensor and lidar sensors."]),
    tag("graph", "Graphs", "Takes graphs as input data.")
        .strong("\
            (knowledge|social|citation|molecular|heterogeneous|dynamic|temporal|attributed|heterophil*|bipartite|signed|directed|text
            attributed|large|multi relational|biomedical knowledge|transaction|interaction|dependency|road|call|provenance|program|code
            property|user item|labeled|hyper|spatio temporal) (graph|graphs|hypergraph*|network data)
            (data|completion|embedding*|learning|reasoning|neural|classification|structure*|representation*|construction|clustering|anomaly|
            generation|mining|question|retrieval|based|database*|rag|foundation)?;
            (node|link|graph|graph level|edge|vertex|community)
            (classification|prediction|clustering|embedding*|representation|regression|detection|matching|generation|pooling|condensation|
            kernel*|similarity|anomaly
            detection|foundation|learning|mining|analytics|contrastive|condensation|databases|partitioning|isomorphism|coloring|algorithm*|
            theory|reasoning|rag|=RAG|llm|=LLM*|structured
            data|data); graph structured; graph data; graphrag; =GraphRAG; molecular graph*; hypergraph*; graph level; node features;
            citation network*; graph algorithm*")
        .normal("\
            graph neural network* ..6 (graphs|nodes); node classification; subgraph*; homophil*; heterophil*; adjacency matri*;
            (conflict|input|user|relation|language similarity|spatio
            temporal|semantic|social|similarity|large|sparse|weighted|planar|random|labelled|undirected|underlying|interaction|event|
            dynamic|attributed|temporal|entity|dependency)
            graph*; graph*
            (with|of|on|data|theory|theoretic|database*|retriev*|exploration|optimization|traversal|amenab*|structure*|dataset*|
            classification|learning);
             networks of (agents|players|users); (games|dynamics) on (networks|graphs); social network*; knowledge graph*;
            (input|directed|undirected|attributed|heterogeneous|temporal|large|text attributed|weighted|bipartite) graph")
        .weak("\
            node; edge; relational; social network*; graph;
            graph")
        .not("\
            scene graph*; (computation|computational|attention|pose|factor|lane|gaussian|directed
            acyclic|causal|skeleton|multiscale|relation|region|feature|semantic|similarity|affinity|patch|interaction|k nn|nearest
            neighbor|fully connected|spatial|temporal|trajectory|dependency|execution|dataflow|task|state|road|map|neighbor*|state
            transition|call|probabilistic|control flow|scaling|concept|line|bar) graph*; graph (convolution*|attention|cut*|of
            the|matching|optimization|construction method|based slam|laplacian|based|representation of the|generation
            method|slam|transformer*|neural|network*|form|extraction|structure of|reasoning network|where|compiler*|encode*);
            heterogeneous graph attention; pose graph*; (of the) graph; lane graph; edge
            (device*|comput*|cloud|inference|deployment|detection|server*|ai|=AI|node*|case*|intelligence|hardware|network*|llm*); on the
            edge; compute node*; (line|bar|spectroscopy|image|plot) graph*; graphs are; (graph|graphs) (convolution*|attention|embedding
            network);
            edge (detection|convolution*|case*|device*|computing); graph (reasoning|convolution*|attention|kernel*|context*);
            edge prediction")
        .yes(&["We complete knowledge graphs.", "Node Classification with Rewired Edges"])
        .no(&["The scene graph and the lane graph; an edge device.", "We propose a graph reasoning network with edge convolution."]),
    tag("synthetic-data", "Synthetic data", "Learns from synthetic or simulated data.")
        .strong("\
            (synthetic|simulated|synthetically generated|rendered|computer generated|artificially generated|procedurally
            generated|photorealistic synthetic) (training)?
            (data|dataset|datasets|images|image|samples|training|imagery|scenes|environments|labels|videos|renderings|examples|corpus|
            trajectories|speech|instruction*|tasks|questions|data*|cryo|dialogues|queries|preference*)
            (generation|generator|for|pipeline|set|to|with|source|domain|and|creation|alone|training)?; (synthetic|simulated|synthetic
            data) to (real|reality); =GTA5; gta5; synthia; sim2real; =Sim2Real; data synthesis; domain randomization; unreal engine;
            synthetic data*; train* ..3 (synthetic|simulated) (data|images|dataset); syn2real")
        .normal("\
            simulat* data; synthetic domain; rendered data; simulation data; synthetic image*; synthetic
            (face*|video*|scene*|supervision|corpus|corpora|database*|occlu*|sample*|pair*|training|degradation*|trajector*|generation|
            pipeline|annotation*|medical|speech|view*);
            (given|from|using|train* on|trained on|training on) synthetic; synthetic and real (data|image|dataset)")
        .weak("real world gap; carla; simulator; synthetic; (sim|simulation) to (real|reality)")
        .not("\
            (on|both|over|with) synthetic (and|data and|datasets and|dataset and|images and|experiments|benchmarks|examples and|tasks) ..2
            (real|realistic)?; (real|real world) (and|or) synthetic (data*|image*|dataset*|experiment*|benchmark*); synthetic aperture;
            synthetic (control*|accessib*|biology|chemistry|route*|dimension|benchmark*|experiment*|example*|images of|function*|task*|and
            real*|regression|setting*|problem*|test*|speech detection|image
            detection|media|lethality|identity|user*|persona*|voice*|population*); (both) synthetic; (detect*|identify*) ..2 synthetic;
            (on|in) (synthetic|simulated); (in|through|numerical|extensive|monte carlo|physics|traffic) simulation*; simulated
            (annealing|heterogeneous cryo em|environment*|user*|patient*|robot*)")
        .yes(&["We train on synthetic data from games.", "Synthetic-to-Real Adaptation"])
        .no(&["Synthetic aperture sonar, tested on synthetic and real data."]),
];
