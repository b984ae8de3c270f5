//! Tasks that look: name, find and follow what is there.

use super::super::{TagRow, tag};

/// From image classification to image retrieval, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[TagRow] = &[
    tag("image-classification", "Image classification", "Gives images labels: single, multi-label or fine-grained.")
        .strong("\
            multi label image (classification|recognition); fine grained (visual|image|object)
            (classification|categorization|recognition); image classification (task|problem|model|network|dataset|system|method);
            hyperspectral image classification; scene classification; long tailed (visual|image)? (recognition|classification);
            (plant|leaf|crop|flower|species|animal|food|garbage|waste|cloud|land cover|land use|galaxy|cell|vehicle|material)
            (image|type|disease|species)? (classification|categorization);
            imbalanced (image)? (classification|recognition); (taxon|taxa|body part*|specimen*)
            (recognition|classification|identification); (classify*|classification of|categoriz*) ..3 (body parts|x
            ray|scans|radiographs);
            (generalized|compositional|attribute object) zero shot (learning|recognition|classification);
            (food|plant|flower|insect|pest|weed|product|landmark|animal|bacteri*|weather|weather type|rock|mineral) ..1
            (recognition|classification|identification); (crop|weed) (and)? weed (classification|discrimination);
            (visual|pedestrian|product|person|clothing|fashion) attribute* (prediction|recognition|classification); patch level
            classification; cross domain few shot (learning|classification|recognition)")
        .normal("\
            image (classification|classifier|recognition|categorization); object (recognition|classification); visual
            (recognition|classification|categorization); (imagenet|cifar) classification; multi label (classification|recognition); few
            shot (image)? (classification|recognition); zero shot (image)? (classification|recognition); fine grained
            (recognition|classification); hyperspectral classification; open set recognition; cloud detection; species identification;
            generalized category discovery; novel class discovery; mini imagenet; =miniImageNet; tiered imagenet;
            (classification|classifying|recognition) of ..3 (image|photograph|picture|species|object);
            (person|material|plant|food|vehicle|histology|microscopy) ..1 classification; classif* images; top 1 (accuracy|acc) ..4
            imagenet; imagenet ..4 (top 1|accuracy); (few|zero) shot (learning|classification) ..8 (image|visual|vision); class
            incremental (learning|image); image based ..4 (classification|recognition); (texture|scene|breed|flower|garment)
            (classification|recognition); (few|zero) shot ..2 (classification|classifier); classif* ..3 (image|photo|photograph);
            classification ..3 (semi supervised|noisy label*); multi label (learning|image*|classifier); image* ..6
            (classifier|classification); (occupancy|presence) classification; (supervised|semi supervised) (classification|learning) ..4
            image*; imagenet;
            class imbalanced (classification|recognition); image set classification; classify* ..4
            (images|species|scans|specimens); image classification unlearning;
            open world recognition; stage classification; generalized zero shot; few shot learning ..8
            (image*|visual|prototype*|=ImageNet*); imbalanced semi supervised; (image|visual) recognition backbone*; image
            recognition;
            compositional (concept|zero shot); =miniImagenet; =tieredImagenet; =tieredImageNet; few shot learning benchmark*; =CUB (200|dataset*|bird*)")
        .weak("\
            =ImageNet1K; cifar; =CIFAR10; =CIFAR100; mnist; tiny imagenet; classification
            (accuracy|task|performance|problem|model|network); classifier; class label; unlabeled data; inaturalist; softmax; noisy label;
            partial label learning; top 1 (accuracy|acc|error); few shot learning; objectnet;
            vision transformer*; =ViT; =ViTs; vision backbone*; image level; visual domain adaptation; domain generalization;
            unsupervised domain adaptation;
            image recognition; recognition accuracy; class label*; object categor*; =ResNet50; fine grained")
        .not("\
            (text|video|action|signal|document|point cloud|audio|sequence|node|graph|sentiment|time series|sleep
            stage|tweet|intent|traffic|eeg|music|sound|fake news) (classification|classifier|recognition)")
        .yes(&["We propose a network for multi-label image classification.", "On Counting Petals: Fine-Grained Image Recognition of Roses.", "We present a taxon recognition contest."])
        .no(&["Image classification has seen much progress in ten years.", "We gather questions about single-crop farming.", "CUB benchmarks how language models use their context."]),
    tag("object-detection", "Object detection", "Finds objects and puts boxes around them, in images or in 3D.")
        .strong("\
            (3d|2d|bev|salient|small|oriented|open vocabulary|open world|few shot|camouflaged|rotated|tiny|weakly supervised|monocular
            3d|multi view 3d) object (detection|detector); object detection
            (task|model|network|framework|method|dataset|benchmark|performance|algorithm|system|pipeline|challenge);
            (pedestrian|vehicle|ship|weed|nodule|polyp|traffic sign|traffic
            light|logo|cyclist|drone|uav|airplane|aircraft|mass|table|barcode) (detection|detector);
            (prohibited item|threat|contraband|dangerous object|foreign object|object instance) detect*;
            (unsupervised|multi|single|large scale)? object discovery;
            (yolo*|=DETR|=*DETR|=*RCNN|retinanet|=FCOS); (faster|cascade) r? =CNN; (faster|cascade) =RCNN")
        .normal("\
            object (detection|detector);
            (car|person|people|human|lesion|animal|fruit|obstacle|landing|debris|mitosis|cell|nuclei|nucleus|bird|whale|package|helmet|fire|
            smoke|pothole|insect|pest|tree|instance|target
            object) (detection|detector); bounding box (detection|based|regression); 
             (one stage|two stage|anchor free|anchor based|3d|2d|bev|monocular
            3d|multi modality|end to end) (detection|detector); stop sign; object localization; detect* ..2
            (object|person|people|vehicle|pedestrian|ship|animal); (detection|localization) of ..2
            (object|person|people|vehicle|animal|ship|instance); detect* ..3 (vehicles|cars); object detectors; detector (head|training);
            object proposal*; (vehicle|person|lesion|defect) ..2 bounding box*; detection and re identification; (locat*|localiz*) ..3
            objects; (detector|detectors) ..4 (locat*|count*|bounding|object*|vehicle*|pedestrian*);
            mask r? =CNN; mask =RCNN; detect* and (locat*|localiz*); detection and (localization|counting)")
        .weak("\
            detector; bounding box; region proposal; anchor box; =mAP; =COCO; =MSCOCO; detection
            (performance|accuracy|model|network|framework|head); average precision; instance detection;
            detection (of|system|pipeline|task|result*|dataset); detect* ..2 (small|multiple|each)")
        .not("\
            salient object (detection|detector); camouflaged object (detection|detector); out of distribution (detection|detector);
            (feature|keypoint|interest
            point|corner|edge|deepfake|line|change|anomaly|forgery|community|fake|hallucination|event|bug|intrusion|fraud|ood|outlier|malware|ai
            generated ..2) (detection|detector)")
        .yes(&["We present a one-stage detector for 3D object detection.", "Pedestrian detection at night", "We detect pears with YOLOv8, a detection system for orchards."])
        .no(&["Salient objects stand out.", "Features help downstream tasks such as object detection.", "The detection of fraud is old."]),
    tag("segmentation", "Segmentation", "Labels pixels, voxels or points by class, instance or part.")
        .strong("\
            (semantic|instance|panoptic|medical|medical image|image|video|video object|part|lesion|tumor|tumour|brain tumor|organ|multi
            organ|vessel|cell|nucleus|nuclei|point cloud|scene|3d|lung|liver|cardiac|polyp|retinal|skin lesion|referring|referring
            image|referring video|open vocabulary|interactive|whole body|few shot|weakly supervised|semi
            supervised|unsupervised|bone|glomeruli|tooth|teeth|prostate|pancreas|kidney|hippocampus|spine|vertebra*|crack|building|road|
            water|cloud|mask|face|hair|human|portrait|instrument|surgical|foreground|motion|object|stroke|plaque|cartilage|reasoning|
            promptable|zero
            shot|anatomical|crop|leaf|plant|tree|glioma) (instance|object)? (segmentation|segmenter|parsing); image matting; video
            matting; (scene|human|face) parsing; (automatic|automated|multi class|accurate|robust|dense) segmentation; segmentation
            (of|mask|network|model|framework|method|performance|accuracy|dataset|task|map); salient object (detection|segmentation);
            camouflaged object (detection|segmentation); =SegFormer; =nnUNet; =nnU net; optic (disc|cup) ..3 segmentation;
            skin (color|colour)? (detection|segmentation);
            facade parsing")
        .normal("\
            segment* (anything|everything); pixel (wise|level) (label*|classification|annotation*); superpixel; background subtraction;
            shadow detection; matting; mask2former; segmentation; segmenting; contouring; (panoptic|semantic)
            mapping")
        .weak("\
            pixel wise; segmented; segment; mask; =IoU; ade20k; cityscapes; dense prediction; delineat*; voxel wise; contour*;
            (dice|=DSC|=mIoU); unet; u net;
            dense (pixel)? (labeling|prediction)")
        .not("\
            (word|customer|sentence|text|topic|speech|market|user|prompt|audio|token|sequence|chunk|story|semantic
            parsing|temporal|action|action temporal|temporal action|surgical phase|shot|phonetic|chinese
            word|line|document|discourse|trajectory|music|network) segmentation; segmentation of (customers|users|markets|words); semantic
            parsing; prompt segmentation;
            (morpheme|morphological|scene level|subword|syllable) segmentation")
        .yes(&["We propose a network for liver segmentation in volumes.", "Panoptic Segmentation of Kitchens", "Skin Colour Detection by Candlelight"])
        .no(&["The segmentation of customers into groups is a matter of taste.", "Downstream tasks such as semantic segmentation may gain."]),
    tag("object-tracking", "Object tracking", "Follows objects through a video or a sequence of point clouds.")
        .strong("\
            (object|visual|multi object|single object|multiple object|multi target|pedestrian|vehicle|person|people|3d multi object|3d
            object|point|any point|rgbt|rgb t|cell|animal|player|ball|siamese|face|visual object|particle|satellite|target|articulated
            object|6d pose|rgb thermal) (tracking|tracker); =MOT; =MOT17; =MOT20; =VOT; =LaSOT; =GOT; tracking by detection; tracking and
            (motion|trajectory) (forecasting|prediction); (detection|segmentation) and tracking; (joint detection|detect) and track*;
            detection tracking and; track anything;
            (aerial|uav|=UAV|siamese|single object|thermal|rgbt|rgb t|visual|rgb event|rgb e) (object)?
            (tracking|tracker|trackers);
            (estimation|detection|segmentation) and tracking; 3d tracking")
        .normal("\
            tracker; tracking (task|algorithm|framework|performance|benchmark|method|accuracy|dataset|approach|problem|model); tracked
            object; track* objects; data association; bounding box ..6 (interpolat*|track*); detection tracking; tracking of ..2
            (object|person|people|animal|needle|cell|vehicle|player|instrument); track*
            (people|person|animal|cell|vehicle|player|needle|instrument); (needle|instrument|insect|hand held|marker) tracking; detection
            ..2 tracking; trajectory tracking ..6 (vehicle|pedestrian|traffic); traffic trajectory tracking")
        .weak("tracking; tracklet; correlation filter; siamese network")
        .not("\
            (progress|eye|gaze|hand|knowledge|head|pose|body|face|camera|state|belief|goal|motion|experiment|reference|speed|path|command|
            velocity|simultaneous|price|issue|dialogue|dialog|dialogue
            state|ray|beam|setpoint) tracking; tracking (control|controller|error|of progress|the progress|progress|of experiments);
            tracking and mapping")
        .yes(&["We present a tracker for multi-object tracking.", "Visual tracking with little memory"])
        .no(&["Tracking progress on open problems is hard.", "The controller keeps the tracking error small."]),
    tag("re-identification", "Re-identification", "Matches the same person or vehicle across cameras.")
        .strong("\
            (person|vehicle|pedestrian|people|animal|object|cloth*|visible infrared|vi|cross modality) (person)? (re
            identification|reidentification|re id|reid); person search; =ReID; =Re =ID; re identification; reidentification; person
            retrieval; market 1501; msmt17; veri 776; vehicleid; text based person")
        .normal("gait recognition; re id")
        .not("re identification (risk|attack)")
        .yes(&["Vehicle re-identification with two losses", "We study person search in stations."])
        .no(&["There is a risk, the re-identification risk, in shared records."]),
    tag("face-analysis", "Face analysis", "Recognises, verifies, detects or reads faces, expressions included.")
        .strong("\
            (face|facial) (recognition|verification|detection|detector|alignment|identification|expression*|landmark*|attribute*|anti
            spoofing|antispoofing|emotion*|parsing|analysis|biometrics|image quality|quality|action
            unit*|beauty|clustering|matching|age|aging|template*|mask*|morph*|presentation attack|micro expression*|embedding*|liveness);
            (micro|facial) expression; masked face*; age estimation; head pose estimation; deepface; =ArcFace; emotion recognition ..4
            face; facial affect; =LFW; face (forgery|mask); kinship verification;
            face (frontalization|morph*|de identification|anonymization|hallucination); morphed face*")
        .normal("\
            facial; face image; lip reading; face (dataset|model); head pose; identity recognition; face anti; periocular; iris
            recognition; presentation attack detection; human face; face video; (facial|face|visual|video|image) ..3 emotion recognition;
            valence ..2 arousal; emotion ..4 (facial|face|expression*); affect* behavior; expression
            (recognition|estimation|classification); affective behavior analysis; face morph*; deepfake face; (basic|seven|discrete)
            emotions; action units; facial (action|behavior); emotion ..6 (faces|facial|face|action unit*)")
        .weak("face; celeba; action unit; expression recognition; biometric; drowsiness; emotion recognition; valence")
        .not("\
            (face|faces|faced|facing)
            (a|an|the|with|many|challenges|challenge|problem|problems|difficulties|limitations|limitation|several|significant|issues|two|
            three|serious|major|critical|of|similar|severe|great|some|new|various|multiple|numerous|inherent|key|these|such|fundamental|
            computational|to
            face|it|high|low|data|in); (hugging|inter|sur|type|surface|in the|on the|vertex|vertices and|mesh|clock|rock|polygon) face;
            (still|also|often|may|can|must|they|methods|models|systems|we|that|which|users|approaches|researchers|it|to) face")
        .yes(&["Face verification under masks", "We propose a network for facial expression recognition."])
        .no(&["We face the problem of noise, and others face many challenges.", "Models face high costs; we face them too."]),
    tag("human-pose", "Human pose", "Finds the pose or shape of bodies and hands.")
        .strong("\
            (human|hand|body|3d human|person|multi person|animal|whole body|3d hand|2d human|upper body|3d
            pose|2d|head|egocentric|fetal|infant|full body|interacting hand*|hand object) (body|mesh|shape)? (pose|poses|mesh
            recovery|pose estimation|shape estimation|shape reconstruction|reconstruction|keypoint*|keypoint detection|skeleton
            estimation|motion capture|mocap|motion recovery) estimation?; (human|hand) mesh (recovery|reconstruction|estimation); pose
            estimation from (monocular|video|rgb|image*); =SMPL; =SMPL =X; =SMPLX; =MANO; openpose; (3d|2d) (human)? pose estimation;
            keypoint (detection|estimation) ..3 (human|person|body); human pose; hand pose; body pose; hand tracking; human shape")
        .normal("\
            human mesh; skeletal pose; human body model; pose lifting; pose (tracker|tracking); pose of (human|people|person|body|hand);
            (human|people|person|body|hand) ..1 pose; motion capture; hand (shape|mesh|reconstruction); body (shape|mesh); (2d|3d)
            keypoint*; mesh recovery; (crowd|multi person) ..1 (reconstruction|mesh);
            hand object (interaction*|pose*|annotation*)")
        .weak("keypoint; body joint; human body; human joint; pose estimation")
        .not("\
            (camera|object|6d|6dof|6d object|6 dof|relative|vehicle|robot|category
            level|absolute|direct|spacecraft|sensor|instrument|satellite|novel object|head) (object)? pose estimation?; any (body)? pose")
        .yes(&["We estimate 3D human pose from one camera and present new losses.", "Hand pose by touch"])
        .no(&["We present a network for camera pose estimation.", "We introduce rendering in any body pose."]),
    tag("action-recognition", "Action recognition", "Names, detects or localises actions, gestures or activities.")
        .strong("\
            (action|gesture|activity|human activity|human action|sign language|surgical phase|surgical
            workflow|violence|fall|behavior|behaviour) (and|or)? (gesture|activity|action)?
            (recognition|detection|localization|localisation|classification|segmentation|quality
            assessment|anticipation|proposal*|understanding|assessment|spotting|retrieval); temporal (action|activity) ..2
            (localization|detection|segmentation|proposal*); sign language (translation|recognition|production); skeleton based action;
            (phase|step|workflow) recognition; early action; isolated sign; group activity; driver (distraction|behavior|behaviour)
            (recognition|detection|classification); egocentric action; (student|classroom|driver|human|pedestrian|abnormal|mouse|animal)
            ..1 (behavior|behaviour|action|activity) ..1 (recognition|detection|classification|analysis|understanding);
            anticipat* ..2 (action*|activit*); (repetition|exercise) count*; (intake|eating|drinking) gesture*;
            action (correctness|quality|assessment|dataset|representation*)")
        .normal("\
            action (class|label|category|instance|video|understanding|recogniz*); recognizing (human)? (action|activity|activities);
            gesture; =HAR; sign language; human activity; epic kitchens; ntu (rgb|=RGB); recogni* ..2 (action|activity|gesture);
            (action|activity) (prediction|detector*); recogniz* ..3 (behavior|behaviour|gesture|action|activity); surgical
            (action|activity|gesture) ..3 (recognition|triplet*);
            (first person|egocentric) (video|vision|action*); action (segment*|discovery|localization)")
        .weak("activity; thumos; ava dataset; kinetics; ucf 101; =UCF101; hmdb 51; something something")
        .not("\
            activity (log*|report*); gesture (generation|synthesis); (co speech) gesture; fall (in|into|short|back|within|under); behavior
            (cloning|tree*|model*|generation|space)")
        .yes(&["We present a model of temporal action localization.", "Gesture Recognition on a Watch"])
        .no(&["The agent picks an action in the action space."]),
    tag("video-understanding", "Video understanding", "Classifies, retrieves, summarises, annotates or questions video, other than its actions.")
        .strong("\
            (video|long video|egocentric video|streaming video|short video)
            (understanding|classification|summarization|summarisation|annotation|question
            answering|=QA|reasoning|recognition|analysis|analytics|retrieval|moment retrieval|grounding|captioning|language
            model*|highlight detection|corpus moment|representation*|instance segmentation|large language models|temporal
            grounding|comprehension|benchmark|=LLM|=LLMs|=MLLM|=MLLMs|anomaly
            detection|browsing|indexing|hashing|popularity|recommendation|storytelling|scene graph|temporal localization); temporal
            (grounding|sentence grounding|video grounding|language grounding); moment (retrieval|localization); text to video retrieval;
            text video retrieval; videoqa; =VideoQA; =Video =LLM; highlight detection; shot boundary; movie (understanding|scene*); long
            form video; video text retrieval; (summariz*|annotat*) videos; keyframe (selection|extraction); video (views|corpus|level
            tasks); (harmful|long form|lecture|news|surgical|medical|movie|sports|meme) video* ..1
            (understanding|classification|detection|moderation|summari*); video moderation; (understand*|comprehend*) ..1 long ..1 video*;
            (event|shot|scene) boundar* detect*; video (text|language) (alignment|pretraining|pre
            training|matching|contrastive|representation*); (event|generic event) boundary;
            (video|temporal) (activity|sentence) locali*")
        .normal("\
            video language; (frame|keyframe) selection (for|in) ..4 video; untrimmed video; video (question*|benchmark*); frame sampling; =MSRVTT; msr vtt; influencer
            video; video large; hour long video*; understand* ..2 video; video ..2 understanding")
        .weak("\
            temporal understanding; video frame; video clip; video model; long video; egocentric video; instructional video; youtube
            video; video content;
            frame selection")
        .not("\
            video (anomaly detection|instance segmentation|hashing|action recognition|generation|super resolution|object segmentation);
            (long|short|instructional|streaming|egocentric|long form|minute long|multi shot) video*
            (generation|synthesis|diffusion|prediction|editing|generative|compression|depth|reconstruction|inpainting|restoration|super);
            specular highlight*; highlight detection network")
        .yes(&["We introduce a benchmark for long video understanding.", "Video Summarization by Asking Twice"])
        .no(&["We present video super-resolution in one step."]),
    tag("motion-forecasting", "Motion forecasting", "Predicts future motion, paths, intent or signals of agents.")
        .strong("\
            (motion|trajectory|trajectories|path|intention|intent|behavior|behaviour|pedestrian trajectory|human motion|human
            trajectory|vehicle trajectory|pedestrian intention|multi agent trajectory|crossing intention|crossing|turn signal|lane
            change|agent|future motion|future trajectory|maneuver|driver intention|joint trajectory)
            (forecasting|prediction|predictor|anticipation|forecast); (predict*|forecast*) (the)? (future)?
            (trajectory|trajectories|motion|intention|behavior of|pedestrian*); occupancy (forecasting|prediction ..3 future); future
            (trajectory|motion|pose|path); motion forecast*; argoverse; =WOMD; human motion prediction; pedestrian crossing; multi camera
            trajectory; (pedestrian|crossing|driver|human) ..2 (intention|intent|behavior) ..1 (prediction|anticipation|forecasting);
            predict* ..2 (driver|pedestrian|human) intent*;
            (forecast|forecasting|forecasts|predicting|predict) ..5 (trajectories|trajectory)")
        .normal("\
            future (trajectories|motions|location*|position*|behavio*); trajectory (model*|predict*|distribution); forecast* ..3
            (agent*|pedestrian*|vehicle*); motion prediction")
        .weak("trajectory forecasting; social interaction; intent; trajectory data")
        .not("\
            (weather|price|traffic flow|demand|load|stock|time series|sales) forecasting; user (intent|intention); intent
            (detection|classification|recognition); user behavior prediction; (user|customer|consumer|student)
            (behavior|behaviour|intention|intent) prediction")
        .yes(&["We propose a graph for pedestrian trajectory prediction.", "Turn signal prediction on a bus"])
        .no(&["We present weather forecasting by deep nets."]),
    tag("gaze-saliency", "Gaze & saliency", "Predicts gaze, attention or what stands out.")
        .strong("\
            (gaze|eye|visual attention|saliency|fixation|scanpath|eye gaze|driver attention|pupil|human attention|gaze region|gaze target)
            (estimation|prediction|tracking|following|direction|map prediction|region*|tracker|detection|modeling|modelling);
            (gaze|saliency|scanpath) (model|dataset|predict*); visual saliency; saliency detection; eye (tracking|movement*|tracker);
            salient object (detection|ranking|segmentation|subitizing)?; (driver|human|visual) (gaze|fixation*); scanpath*; co saliency;
            gaze; saliency ranking; (human|visual) attention (prediction|model*); fixation prediction; scan path*;
            salient object (detection|ranking)")
        .normal("\
            human attention; attention prediction; foveat*; gaze based;
            saliency (partition*|prediction|based cropping); visually salient; visual attention model*")
        .weak("salient; fixation; attentive region; saliency")
        .not("\
            saliency (map*|method*|based explanation*|explanation*|attribution) ..3 (explain*|interpret*|explanation*|gradient*)?; salient
            (feature*|information|part*|token*|weight*|channel*|content); gradient ..2 saliency; weight saliency; token saliency;
            saliency based (pruning|token|explanation*); saliency (score|weight*|aware); saliency method*;
            =EGTEA gaze")
        .yes(&["Gaze estimation in dim cars", "We introduce a model of saliency prediction.", "Salient Object Detection in Fog"])
        .no(&["Salient features help, and saliency maps explain them."]),
    tag("crowd-counting", "Crowd counting", "Counts or locates people or objects in crowds.")
        .strong("\
            crowd (counting|localization|density|analysis|estimation|count); (object|people|person|cell|vehicle|fruit|animal|class
            agnostic|zero shot object|car|tree|exemplar based|plant|bird) counting; counting (network|objects|people|crowds|cells|model);
            shanghaitech; ucf qnrf; crowd scene*")
        .normal("\
            density map; count* of objects; count* ..1 (vehicle|people|person|car|tree|animal|crowd|pedestrian|fruit|cell); people
            counting")
        .weak("counting; crowd; crowded scene")
        .not("\
            (photon|counting probe|op) counting; crowd sourc*; (crowd|crowded) (worker*|sourcing|annotat*|sourced); photon counting")
        .yes(&["Crowd counting with dots", "We propose a method for class-agnostic object counting."])
        .no(&["Crowd workers labelled it; photon counting CT is new."]),
    tag("image-retrieval", "Image retrieval", "Searches image or video collections: hashing, cross-modal retrieval.")
        .strong("\
            (image|visual|video|cross modal|cross modal|image text|text image|text to image|sketch based|content based|content based
            image|composed image|instance|remote sensing image|landmark|multimodal|shoe|fashion|product|text video|text to video|medical
            image|logo|patent|zero shot composed|universal multimodal|3d shape|recipe|visual document|person|lidar|point
            cloud|sketch|face|facial|multi modal|visual rich document|video moment) (image)? retrieval; (image|deep|cross
            modal|video|unsupervised|supervised|online|semantic) hashing; image search; visual search; (similarity|reverse image) search;
            =CBIR; (image|video) indexing; hashing for; product search; retriev* images; retrieval based localization; landmark retrieval;
            (vehicle|product|fashion|sketch|shape|cad model|3d model|cross domain|universal|recipe|scene|remote sensing
            image|pathology image) (image)? retrieval; (text|language) based ..2 (person|vehicle|image) (retrieval|search);
            (video text|text video|motion|3d object|image text) (retrieval|matching)")
        .normal("\
            cross modal matching; image text matching; nearest neighbor search; nus wide; hash code; flickr25k; image based
            recommendation; (image|video) (collection|archive) ..4 (search|retriev*|explor*); (person|attribute based|face|hair|product)
            (search|retrieval); image ..4 retrieval; retriev* ..3 (image|video|photo|face|product|shape|clip); multimodal document
            retrieval; document screenshot*; (shape|sketch|text|cross view|multi modal|multimodal) ..1 matching ..3 retrieval; text shape
            matching")
        .weak("binary code; hamming; embedding space; semantic retrieval; metric learning; retrieval; recall 1")
        .not("\
            retrieval augmented; (information|document|passage|text|dense|knowledge|code|memory|phase|tool|dense
            passage|context|legal|case|table|evidence|hybrid|sparse|graph|multi hop|vector|key
            value|semantic|scientific|question|answer|data|signal|entity|sentence|fact|skill|agentic|conversational|kv
            cache|citation|math*) retrieval; retrieval (of phase|quality|head*|corpus|step*|module*|based generation|precision)")
        .yes(&["We propose deep hashing for image retrieval.", "Sketch-based image retrieval of chairs", "We present image-text matching for museums."])
        .no(&["Retrieval-augmented generation reads text.", "Information retrieval of laws is hard."]),
];
