//! Tasks that reason, guard, judge and act, and those of learning itself.

use super::super::{TagRow, tag};

/// From visual question answering to signal decoding, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[TagRow] = &[
    tag("visual-question-answering", "Visual question answering", "Answers questions or reasons over images and text together.")
        .strong("\
            (visual|multimodal|medical visual|knowledge based visual|video|image|audio visual|visual commonsense|chart|visual
            document|remote sensing visual|multi modal) (question answering|=QA|question|reasoning|commonsense reasoning|mathematical
            reasoning|math reasoning|chain of thought|spatial reasoning|logical reasoning|understanding and reasoning|qa); =VQA; =*VQA;
            vqa; spatial reasoning ..6 (vision|=VLM*|=MLLM*|multimodal|visual); (vision language|multimodal) reasoning; (vision and
            language|vision language|v l|=VL|=VLM|=LVLM|=MLLM|multimodal large language model|multimodal|large vision language model)
            (benchmark|hallucination*|reasoning|question); (hallucination*) ..5 (=MLLM|=LVLM|=VLM|vision language|multimodal|visual);
            (=MLLM|=LVLM|=VLM|vision language model*|multimodal large language model*) (hallucinat*|reasoning); visual
            (instruction|dialog|dialogue|puzzle*|math|perception benchmark); =MMMU; =MathVista; =MMBench; multimodal (math|chain of
            thought|instruction); image text reasoning; object hallucination*; visual reasoning; thinking with images; cross modal
            (capabilities|integration); image sentence pair; knowledge based vqa; multi image (reasoning|understanding); video (question
            answering|=QA|qa|question); videoqa; =VideoQA; textvqa; =TextVQA; multiple choice ..4 (video*|image*|visual); compositional
            visual reasoning; visual (cognition|math*|spatial) ..1 (reasoning|benchmark);
            multimodal (medical|clinical|scientific|mathematical|geometric)? reasoning; multimodal (medical|clinical)? (question
            answer*|=QA|conversation*); visual (question answer*|understanding and reasoning);
            (embodied|diagram|egocentric|3d|figure|geometry) (question answering|=QA); benchmarking (=VLM*|=MLLM*|=LVLM*|vision
            language models|multimodal large language models)")
        .normal("\
            multimodal reasoning; spatial understanding; =GQA; =POPE; =ScienceQA; =MME; (=MLLM|=LVLM|=VLM|vision language model|multimodal
            large language model) ..5 (understand*|reason*|answer*|perceive*|comprehen*); spatial (relation|intelligence) ..6
            (=MLLM|=LVLM|=VLM|vision language|multimodal); (video|image|picture) ..6 question* ..6 answer*; (questions|question) about
            (image*|video*|picture*); (video*|image*|visual) ..8 multiple choice; multiple choice ..8 (video*|image*);
            (image*|video*|vision) ..6 (question answering|=QA); video understanding benchmark*;  =Q =A pairs
            ..6 video*; (image*|video*) ..6 =Q =A pair*;
            (=VLM|=VLMs|=LVLM|=LVLMs|=MLLM|=MLLMs|vision language model|multimodal large language model) ..4
            (perceive|see|fail|struggle|cognition|perception); benchmark ..6 (=VLM|=VLMs|=LVLM|=LVLMs|=MLLM|=MLLMs|vision language
            model); spatial intelligence; (perception|understanding) (and|of|in) ..3 (=VLM|=VLMs|=LVLM|=MLLM|=MLLMs|vision
            language model);
            (suite|family) of ..3 vision language model*; (open weight|open source) =VLM*")
        .weak("\
            question answering; hallucination;
            multiple choice question*;
            question; =MLLM; =VLM; =LVLM; multimodal large language model; vision language model; visual reasoning")
        .not("(text|open domain|table|multi hop|factual|legal|extractive|knowledge graph) question answering")
        .yes(&["We introduce visual question answering on maps.", "Multimodal reasoning with pebbles", "Multimodal Medical Reasoning in Villages"])
        .no(&["Open-domain question answering reads books."]),
    tag("visual-grounding", "Visual grounding", "Finds what words refer to: referring expressions, open-vocabulary localisation.")
        .strong("\
            (visual|phrase|3d visual|image|video|spatio temporal video|gui|=GUI|medical|language|object|text|remote sensing
            visual|temporal|video temporal|reasoning|referring|multimodal|pixel|affordance|3d|ui|spatial|region|generalized visual)
            grounding; referring (expression*|image|video|object|segmentation|remote|multi object|audio|comprehension); refcoco*; grounded
            (segmentation|detection|localization|captioning|conversation); (open vocabulary|language guided|text guided|language driven)
            (localization|detection|object detection|grounding|segmentation ..2 language); open vocabulary (object)?
            (detection|segmentation|3d|scene); ground* ..3 (referring|natural language|textual quer*|language quer*); grounding dino;
            reasoning segmentation; temporal sentence grounding; phrase localization; language queried;
            (spatio temporal|spatiotemporal|3d) ..1 grounding; grounding in videos")
        .normal("\
             grounding benchmark; screenspot*; referred object; grounding
            (model|module|network|task|dataset|data|accuracy|performance|capability) ..4 (visual|image|video|vision|object|language)")
        .weak("\
            ground language; text quer*; referring; grounding;
            open vocabulary")
        .not("\
            (theoretical|symbol|factual|evidence|knowledge|source|document|conceptual|common|fact|physical|retrieval|epistemic|citation|claim)
            grounding; grounding (in|the|theory);
            (grounds|grounding) natural language ..2 rule*")
        .yes(&["We present visual grounding of odd phrases.", "Referring Expressions at Sea"])
        .no(&["Theoretical grounding of ethics is our aim."]),
    tag("scene-graph", "Scene graphs & relations", "Finds relations between objects; human-object interaction.")
        .strong("\
            scene graph*; (visual|visual relationship|human object|visual relation|hand object|person object)
            (relationship|relation|interaction)
            (detection|recognition|prediction|reasoning|segmentation|understanding|reconstruction|anticipation)?; human object
            interaction*; =HOI; =HICO; =VRD; visual relationship*; relationship (detection|proposal*|prediction); =VidVRD; hand object
            interaction*; visual relation*")
        .normal("visual genome; object relation*; scene graph")
        .weak("relationship between objects; predicate")
        .yes(&["We present scene graph generation without bias.", "Human-Object Interaction detection in kitchens"])
        .no(&["The relation of nations is old."]),
    tag("anomaly-detection", "Anomaly detection", "Finds anomalies, defects, things out of distribution, or targets against a background.")
        .strong("\
            (anomaly|anomalies|defect|outlier|novelty|out of distribution|=OOD|ood|out distribution|video anomaly|industrial
            anomaly|abnormality|anomalous change|anomalous|abnormal event|fault|crack|surface defect|hyperspectral target|hyperspectral
            anomaly|infrared small target|small target|infrared target|target signature|logical anomaly|point anomaly|graph anomaly|log
            anomaly|time series anomaly|zero shot anomaly|unsupervised anomaly|3d anomaly|foreign object|solar panel)
            (detection|detector|segmentation|localization|inspection|classification); detect* (of)? (anomal*|defect*|outlier*|out of
            distribution|ood|=OOD|unknown*|novel class*|cracks); anomal* (detect*|localiz*); mvtec; open set
            (recognition|detection|classification); one class classification; visual inspection; out of distribution
            (detector|sample*|input*); defect (recognition|identification|generation); defective (part*|product*|image*); surface defect*")
        .normal("\
            defective; unseen anomalies; (fraud|intrusion|failure) detection; detect* ..4 (defect*|anomal*); target detection; out (of)?
            distribution (aware|detection|sample|robust*)")
        .weak("\
            inspection; residual; clutter; abnormal; fraud; outlier; novelty; intrusion; open world; anomal*; defect*; fault diagnosis;
            =*VAD")
        .not("\
            (without|removing|robust to|reject*) (outlier*|anomal*); outlier
            (rejection|removal|filtering|robust|suppression|channel*|token*|feature*|value*|activation*); activation outlier*; moving
            target detection; (birth|heart|genetic|neural tube) defect*")
        .yes(&["We propose anomaly detection on bottles.", "Surface Defect Detection in Tiles"])
        .no(&["Outlier rejection is one step of many."]),
    tag("change-detection", "Change detection", "Finds changes between images of one place.")
        .strong("\
            (change|changes|anomalous change|binary change|semantic change|scene change|building change|remote sensing change)
            (detection|detector|captioning|segmentation|retrieval|understanding|localization); bi temporal; bitemporal; detect* (of)?
            (anomalous)? changes (in|between|from); land cover change; change map*; deforestation (detection|mapping); multitemporal
            image*")
        .normal("\
             temporal change*;
            multi temporal")
        .yes(&["Change Detection over Harbours", "We propose a bi-temporal network."])
        .no(&["We give an algorithm of change point detection in prices."]),
    tag("adversarial-robustness", "Adversarial robustness", "Attacks on models and defences against them.")
        .strong("\
            adversarial
            (attack*|example*|robust*|perturbation*|patch*|defense*|defence*|purification|transferab*|vulnerab*|sample*|noise|texture|
            weather|input*|prompt*|suffix*|detection|camouflage|machine
            learning|risk*|defen*|manipulation*|audio); (backdoor*|poisoning|evasion|jailbreak*|jail break|prompt injection|membership
            inference|model inversion|model stealing|model extraction|physical|black box|white box|transferable|universal|data
            poisoning|trojan|gradient inversion|targeted|bit flip|red team*|redteaming|red teaming|availability|camouflage|cross
            modal|unlearnable|typographic) (attack*|defense*|defence*|trigger*|perturbation*|vulnerab*); backdoor*; jailbreak*; prompt
            injection*; certified (robustness|defense|radius); unlearnable example*; (robust*|vulnerab*|defen*) ..4 (adversarial|attack*);
            attack success rate*; adversarially robust; red teaming; attack* (on|against) ..3
            (model*|network*|detector*|system*|classifier*|learning|agent*|llm*); randomized smoothing;
            (inversion|stealing|extraction|leakage|hijack*|transfer*|hallucination|embedding|reconstruction) attack*;
            membership attack*")
        .normal("\
            attacker; attack surface; adversar* attack; perturbation budget; trojan; attack* ..6 (transferab*|imperceptib*|perturbation*);
            transferable attack*")
        .weak("corruption robustness; threat model; adversarial; defense; poisoned; attack; robustness of ..4 model*")
        .not("\
            (generative|discriminative|domain|=GAN) adversarial; adversarial
            (learning|loss|network*|domain|discriminator|adaptation|net*|post training|distillation|diffusion|feature);
            (heart|asthma|panic|cyber|terrorist|network|presentation|spoofing|face) attack*; defense (system|industry|sector|application*)")
        .yes(&["We study adversarial attacks on road signs.", "Backdoor Attacks by Postcard"])
        .no(&["A generative adversarial network draws maps with an adversarial loss."]),
    tag("forgery-detection", "Forgery detection", "Finds deepfakes, manipulated or generated media, and spoofed faces.")
        .strong("\
            (deepfake|deep fake|forgery|face forgery|fake|fake image|fake video|manipulation|image manipulation|image
            forgery|tampering|splicing|presentation attack|liveness|spoof*|ai generated image|ai generated video|ai generated
            text|generated image|synthetic image|audio deepfake|copy move|aigc|=AIGI|=AIGC|diffusion generated image|machine generated
            text|ai generated content|llm generated text|ai text|fake face|generated video)
            (detection|detector|localization|forensics|attribution|recognition|identification|detecting); deepfake*; face anti spoofing;
            anti spoofing; liveness; media forensics; image forensics; detect* ..4 (deepfake*|forged|manipulated|ai generated|synthetic
            (images|media|faces)|machine generated|generated images|llm generated); forger*; synthetic (image|media|speech|voice|text)
            detection; tampered; faceforensics*; (generative ai|genai|gen ai|ai) ..1 image* (detection|detector*); detect* ..4 (ai
            generated|generative|synthetic) ..1 image*; distinguish* ..3 synthetic image*;
            morph* (attack|face) detect*; morph* face* detect*; (detection of|detecting) ..2 morph*")
        .normal("\
            manipulated (image|video|media|content); ai generated (image|video|content|text|media); fake (face|image|video); spoofing;
            forged; forensic*; (fake news|misinformation|rumor) detection")
        .weak("authenticity; fake; provenance")
        .not("forensic (science|pathology|medicine)")
        .yes(&["Deepfake Detection by Blinks", "We propose a detector of image splicing: image forgery detection.", "Morphing attack detection at borders"])
        .no(&["Fake fur is warm."]),
    tag("diagnosis", "Diagnosis", "Detects, grades, triages or predicts the course of a disease.")
        .strong("\
            (disease|cancer|covid|covid 19|=COVID|pneumonia|retinopathy|diabetic retinopathy|glaucoma|alzheimer|parkinson|skin lesion|skin
            cancer|melanoma|tumor|tumour|lung nodule|nodule|breast
            cancer|polyp|lesion|fracture|stroke|tuberculosis|autism|depression|survival|prognosis|dementia|seizure|arrhythmia|sepsis|
            mortality|lung
            cancer|prostate cancer|abnormality|heart disease|pathology|medical|clinical|brain
            tumor|osteoarthritis|malignancy|caries|adhd|disease progression|treatment response|clinical
            outcome|leukemia|hemorrhage|cardiac disease|risk of
            cancer|schizophrenia|keratoconus|pain|cataract|dermatolog*|wound|disorder|tumor grade|chest pathology|thorax disease|mental
            health|epilep*|epileptic seizure|gleason) (image|type|subtype|stage|severity|risk|outcome)?
            (diagnosis|detection|classification|grading|screening|prediction|triage|staging|prognosis|detector|recognition|identification|
            assessment|subtyping|forecasting|localization|diagnostic*);
            computer aided (diagnosis|detection); =CAD system*; (diagnos*|detect*|screen*|predict*|classif*) ..3
            (disease*|cancer|covid|=COVID|pneumonia|retinopathy|glaucoma|alzheimer|melanoma|malignan*|patient outcome|patient
            survival|tuberculosis|parkinson|tumor*|autism|depression|fracture*|lesion*); automated triage; prognos*;
            (differential|clinical|automated|automatic|medical|cancer|early|pathological|pathology|ai assisted) diagnos*; diagnostic
            (accuracy|performance|reasoning|model*|tool); survival (analysis|prediction); gleason; disease
            (classification|severity|progression);
            (malaria|tuberculosis|pneumonia|covid|cancer|autism|alzheimer*|parkinson*|glaucoma|diabetes|skin disease|disease)
            (diagnosis|detection|screening|grading|prognosis|classification); severity (classification|grading|assessment|scor*);
            (whole slide|histology|histopathology|biopsy) image* (classification|grading); classification of whole slide; lesion
            (characterization|classification|grading)")
        .normal("\
            clinical outcome; whole slide image classification; patient level; =COVID; covid;
            (severity|tumor|tumour|disease|image|automatic|automated|histological|cancer) grading; (high risk|benign|malignant) ..4
            classif*; medical diagnosis; intraoperative diagnosis; (patient|medical|clinical|emergency|automated|radiology) triage")
        .weak("\
            disease; patient; cancer; clinical decision; pathologist; dermoscop*; lesion; clinician; radiologist; diagnos*; screening;
            chest x ray; chest radiograph; malignant; pneumonia; nodule; grading; triage")
        .not("\
            (fault|failure|root cause|error|error|machine|bearing|self|model|bug|network|bias|plant|leaf|crop|training) (disease)?
            diagnos*; diagnostic (discrepanc*|benchmark|probe*|tool*|framework|suite|test*|signal|analysis|set); medical (image)?
            (classification|detection) dataset; prognostics and health; lesion segmentation; (plant|leaf|crop|rice|tomato|maize) disease*;
            (therapeutic|diagnostic and therapeutic); (during|since|after) ..3 (covid|=COVID); (detect*|classif*|diagnos*|identif*) ..2
            (plant|leaf|crop|rice|tomato|tea) disease*; (bug|issue|alert|vulnerability|ticket|email) triage;
            (short answer|essay|exam|assignment) ..2 grading; automated grading that; (paint*|brush) ..4 stroke*; stroke
            prediction; (plant|leaf|crop|rice|tomato|wheat) ..2 disease*")
        .yes(&["We present a network for diabetic retinopathy grading.", "Triage of Chest Films: Pneumonia Detection"])
        .no(&["Root cause diagnosis of server faults.", "The diagnosis of bearing failures is common, as is fault diagnosis.", "Automated grading of short answer exams, short answer grading."]),
    tag("biomarker-measurement", "Biomarkers & measurement", "Measures anatomy or physiology: angles, volumes, relaxometry, radiomics.")
        .strong("\
            radiomic*; (heart rate|blood pressure|respiratory rate|vital sign*|bone age|brain age|gestational age|ejection
            fraction|fetal|biological age|body composition|bone mineral density|tumor volume|calcium score|heart rate variability|oxygen
            saturation|glucose|volumetric|morphometric|cardiac|cephalometric|biometric|anatomical landmark|gait|fat fraction|body
            fat|plaque|body weight|fetal weight|blood flow|spirometry)
            (estimation|measurement*|quantification|prediction|monitoring|regression|scoring|assessment|detection); =rPPG; rppg; remote
            photoplethysmography; photoplethysmograph*; cephalometric; bone age; brain age; ejection fraction; quantitative
            (mri|=MRI|t2|imaging); (quantif*|measur*) ..4 (cartilage|tissue|volume
            of|tumor|thickness|lesion|vessel*|muscle|spine|spinal|heart|brain|anatom*); fetal (biometry|measurement*); relaxometry; cobb
            angle*; t2 (mapping|relaxation); agatston;
            (heart rate|pulse|cardiac pulse|vital sign*) (monitor*|estimat*|measur*); (fetal|gestational|bone|brain) age")
        .normal("\
            measurement of ..3 (anatomy|physiolog*|organ*); physiological (signal|measurement|monitoring); clinical measurement; heart
            rate; landmark ..4 (cephalo*|x ray|anatom*); morphometr*; biomarker*")
        .weak("quantification; quantitative; physiological; thickness")
        .not("face age estimation")
        .yes(&["Bone age estimation from wrists", "We present a radiomics study."])
        .no(&["The measurement of temperature in stars."]),
    tag("robot-manipulation", "Robot manipulation", "Grasping, manipulation, vision-language-action control.")
        .strong("\
            (robot|robotic|dexterous|bimanual|mobile|deformable object|object|in hand|contact rich|visuomotor|long horizon|language
            conditioned|tabletop|generalist|whole body|dual arm|cloth|articulated object|manipulation|6 dof|aerial|robot
            arm|loco|humanoid|tool) (manipulation|grasping|grasp*|manipulator|policy|policies|manipulation
            task*|pick|rearrangement|assembly|teleoperation); vision language action; =VLA; =VLAs; =*VLA; grasp
            (detection|pose|planning|synthesis|generation|prediction|quality); grasping; pick and place; visuomotor; diffusion polic*;
            robot (polic*|learning|demonstration*|foundation|control|manipulation); dexterous; imitation learning ..5 robot*; robot* ..5
            imitation learning; teleoperat*; loco manipulation; =LIBERO; manipulat* ..2 (object*|task*) ..4 robot*; manipulation
            (task*|policy|policies|skill*|benchmark|planning); gripper; suturing; peg in hole; robotic assembly; bin picking; robot*
            picking")
        .normal("\
            robot arm; end effector; robotic arm; behavior cloning; action chunk*; manipulator; tactile; robot data; robot* ..3
            (grasp*|pick*|manipulat*);
            affordance prediction; world action model*")
        .weak("manipulation; robot action; robot; grasp")
        .not("\
            (image|face|data|media|text|market|opinion|symbolic|semantic|audio|video|algebraic|attribute) manipulation; robot
            (navigation|localization); (to|can|we|better|quickly|fully|readily|easily) grasp; grasp
            (the|of|how|what|concept*|abstract|complex|a);
            diffusion policy optimization;
            tactile graphic*")
        .yes(&["We propose grasp detection for soft tools.", "A Vision-Language-Action Model that Folds Towels"])
        .no(&["Market manipulation and image manipulation."]),
    tag("navigation-planning", "Navigation & planning", "Driving, navigation or motion planning.")
        .strong("\
            (vision language|visual|robot|embodied|object goal|object|indoor|social|autonomous|uav|drone|mobile robot|goal|image
            goal|aerial|point goal|zero shot object|outdoor|off road|off road|semantic|vision and language|marine|crowd|quadruped|map
            free|audio visual|multi robot|vision based|inertial) navigation; =VLN; (motion|path|trajectory|route|driving|coverage
            path|mission|motion and path|kinodynamic|end to end|multi robot path|task and motion|local|behavior|behavioral|multi agent
            path|footstep|ego|global path|online|contingency|social|interactive|safe|decision making and)
            (planning|planner|planners|pathfinding|path finding); end to end (autonomous)? (driving|self driving); (closed
            loop|autonomous) driving (planning|polic*|agent*|decision*|simulation|system*|model*|control|benchmark|stack); collision
            avoidance; obstacle avoidance; exploration ..3 (robot*|unknown environment*); model predictive control; nuplan; =NAVSIM;
            driving polic*; =MAPF; locomotion; quadrotor; autonomous (racing|flight|exploration|parking); motion planning; legged
            locomotion; drone racing;
            (e2e|=E2E|end to end|urban) (autonomous)? driving;
            (drone|uav|=UAV|robot|swarm) (patrol*|coverage|exploration); (area|visual) coverage ..3 (path|planning|optimization)")
        .normal("\
            navigat* (robot*|agent*|environment*|instruction*|to); trajectory planning; path planning; driving agent; waypoint*;
            (embodied|robot|robotic|physical|vision language|household) ..1 (task)? planning; vision language navigation; driving
            (planning|score); trajectory (generation|optimization) ..6 (robot*|vehicle*|driv*);
            planning for autonomous driving; diffusion planner")
        .weak("planning; navigation; obstacle; planner")
        .not("\
            (web|website|browser|code|menu|hypertext|site|surgical|surgery|image|treatment|urban|clinical|radiotherapy|production|capacity|
            financial|family|city|gui|document|repository|knowledge)
            (navigation|planning|planner); treatment planning; lesson planning; task planning;
            global locomotion")
        .yes(&["We propose motion planning among cows.", "Object Goal Navigation in Houses", "End-to-End Urban Driving"])
        .no(&["Treatment planning for teeth and urban planning."]),
    tag("representation-learning", "Representation learning", "Learns or analyses features as such.")
        .strong("\
            representation learning; (self supervised|visual|unsupervised|contrastive|disentangled|general purpose|object
            centric|equivariant|transferable) (visual)? (representation|pre training|pretraining); (feature|embedding) (analysis);
            (masked|contrastive|self supervised) (image|autoencoder*|visual|video|point)? (modeling|modelling|autoencod*|pre
            training|pretraining); (disentangle*|object centric) (representation|learning|latent); mechanistic interpretab*; sparse
            autoencoder*; (analyzing|understanding|probing) ..2 (representation*|neurons|activations|internal); concepts ..3
            (network|model) ..2 learn*; =CKA; network dissection; =JEPA; =*JEPA; =SimCLR; =MoCo; =BYOL; slot attention; pretext task*;
            feature visualization;
            (self supervised|unsupervised|contrastive|generalizable|supervised) (video|point
            cloud|3d|skeleton|speech|graph|multimodal|audio|dense|visual|global|object level)? ..1 (representation|feature)
            learning")
        .normal("\
            instance discrimination; neural collapse; good representations; robust representations; visual representation*;
            (hidden|learned|internal) representations; learned representations; self supervised ..3 (transformer|vision transformer) for
            ..2 representation; for visual representation*; generalizable representation*; game representation*; (general
            purpose|universal) (representation*|embedding*); sentence representation*;
            unsupervised feature (representation|learning); feature representation enhancement; general purpose ..2
            (encoder*|features);
            (video|visual|image|continual) (contrastive)? self supervised learning; (video|visual) contrastive learning;
            contrastive self supervised learning; unsupervised learning of ..2 representation*")
        .weak("\
            feature space; latent space; learned feature; downstream task; transferab*; self supervised; contrastive; feature learning;
            representation; disentangle*; (robust|invariant|transferable|semantic|multimodal|pretrained)
            (representation|feature|embedding); learn* ..2 representations; image representation*")
        .not("\
            (neural|scene|3d|volumetric|shape|implicit|data|graph|knowledge|map|structured|bev|visual scene|pose|video|point
            cloud|semantic|state|explicit|hierarchical|compact|text|event|gaussian|motion|skeleton|human|tri
            plane|unified|dense|joint|neural scene|skeleton|voxel|internal 3d|advanced|rich|discriminative)
            (representation|representations|feature|features|embedding|embeddings);
            (joint|deep|dense|visual|image|semantic|robust|multimodal|cross modal|unified|pretrained|internal)
            (features|feature|embedding|embeddings|representation|representations); contrastive language image")
        .yes(&["We study self-supervised representation learning from puzzles.", "Learning Disentangled Representations of Tea", "Self-Supervised Video Representation Learning"])
        .no(&["The scene representation is a mesh."]),
    tag("model-compression", "Model compression", "Prunes, quantises, distils or speeds up networks.")
        .strong("\
            (network|model|weight|structured|unstructured|token|channel|filter|visual token|neural network|post
            training|parameter|head|layer|expert|vision token|kv cache|=KV cache|quantization aware|mixed precision|low
            bit|neuron|=LLM|llm|width|depth|dynamic|semi structured|weight only|activation|gradient free)
            (pruning|compression|quantization|quantisation|reduction|eviction|sparsification|binarization|acceleration|quantized); =PTQ;
            =QAT; (prun*|quantiz*|quantis*) ..2
            (network|networks|model|models|=CNN|=CNNs|transformer*|=ViT|=ViTs|=LLM|=LLMs|weights|=DNN|=DNNs|convolution*|layers); binary
            (neural network*|networks); lottery ticket*; (efficient|fast|accelerat*|lightweight) (=LLM inference|transformer*
            inference|llm inference|model inference); speculative decoding; (4|8|2|3|1) bit (quantiz*|weight*|inference|integer); token
            (pruning|reduction|compression|merging); early exit*; knowledge distillation ..3 (compress*|lightweight|efficient); model
            compression; kv cache; sparse attention; inference acceleration; feature caching; =INT4; =INT8; =FP4; =NVFP4; tinyml; hardware
            accelerator*; =FPGA; few step (generation|distillation|diffusion); step distillation; cach* ..4 (diffusion|inference);
            (efficient|fast|accelerat*) (=LLM|llm|=VLM|=MLLM|model|diffusion|transformer|video)? inference; (low|fewer|extremely low)
            =FLOPs; lightweight (network|=CNN|architecture) design; efficient (network|architecture|backbone|convolution); accelerat* ..6
            inference; inference (speedup|acceleration); (efficient|faster|fast) inference;
            (zero shot|data free|weight|mixed precision|low bit|generative|activation|modulated|kv cache) (post training)?
            quantization;
            diffusion (transformer|model)? acceleration; efficient diffusion")
        .normal("\
            (inference|network|model) acceleration; (compress*|accelerat*|speed* up) ..2
            (network|=CNN*|transformer*|=LLM*|weights|=DNN*|inference);
            (reduc*|shrink*) ..3 size of ..3 (model*|network*); (compact|lightweight|small) student;
            (distillation|distilling) ..3 (detector*|classifier*|segmenter*)")
        .weak("\
            compression; inference time; parameter count; speedup; deployment; latency; resource constrained; compact; =FLOPs; edge
            device; inference speed; sparsity; lightweight; distillation; computational cost; distilled model; (compress*|accelerat*) ..2
            (network|model|=CNN*|transformer*|=LLM*|weights|=DNN*)")
        .not("\
            (vector|residual|scalar|product|lattice|color|finite scalar|residual vector|latent|learned vector|tree|bit|search space|alpha
            beta|rate) (quantization|quantisation|pruning); vector quantiz*; (image|video|point cloud) compression; distillation token")
        .yes(&["We propose post-training quantization to 4 bits.", "Channel Pruning for Tiny Nets"])
        .no(&["Vector quantization makes codes; image compression uses them."]),
    tag("architecture-search", "Architecture search", "Searches for network architectures.")
        .strong("\
            (neural)? architecture search; =NAS; =DARTS; differentiable architecture; supernet*; search* ..3 architectures; =*NAS; neural
            architecture (design|optimization|generation|discovery); automl; =AutoML; nas bench; evolv* ..2 architectures; one shot nas")
        .normal("search* ..2 architecture")
        .weak("search space; hyperparameter")
        .yes(&["Neural architecture search on a clock", "We propose a supernet."])
        .no(&["Architecture of houses."]),
    tag("training-optimization", "Training & optimisation", "Optimisers, losses, schedules or averaging as the contribution itself.")
        .strong("\
            (stochastic gradient|second order|distributed|zeroth order|sharpness aware|stochastic|momentum|natural gradient|evolution
            strategies|preconditioned|large batch) (descent|optimizer|optimizers|optimization|minimization|variance reduction);
            (distributed|large batch) training; =Muon; (learning rate) (schedul*|warmup|decay); loss design; (softmax|surrogate|=IoU)
            loss; weight (averaging|decay|initialization); stochastic weight* averaging; batch normalization; 
            scaling law*; training acceleration; gradient (clipping|compression|accumulation); hyperparameter (transfer|optimization);
            convergence analysis; =SAM optimizer")
        .normal("\
            gradient estimat*; training (dynamics|instability|schedul*); loss landscape; convergence (rate|speed);
            (novel|new|adaptive|memory efficient|proposed) optimizer*; (second|first) order optimizer*; loss function* for; optimizer
            with; an optimizer; learning rate* (schedul*|revisited|annealing|adaptation);
            (softmax|recall|margin|ranking|robust|balanced|new|novel|classification|segmentation) loss for; loss*
            (revisited|reconsidered); loss for;
            normalization layer*")
        .weak("\
            gradient; initialization; loss; policy optimization; loss function; optimization algorithm; optimizer*; learning rate; =SGD;
            new loss function; novel loss function; label smoothing")
        .not("\
            (reconstruction|adversarial|cycle
            consistency|information|weight|memory|precision|accuracy|packet|path|performance|hearing|consistency|data|heat|job|economic|gan|
            visual|hair|zero
            style|detail|differentiable|novel
            differentiable|persistence|tooth|bone|auxiliary|regression|boundary|classification|the|perceptual|dice|contrastive|cross
            entropy|triplet|ranking) (loss|losses); loss of; projected gradient descent; (trained|optimized|training) (with|using|by|via)
            ..4 (loss|losses|=SGD|=Adam|=GRPO|=PPO|=DPO|policy optimization); gradient descent (has|optimiz*); prompt optimization;
            (stochastic|distributed|second order) optimization (problem|model*|program*);
            loss* for (accurate|robust|better|improved|effective)")
        .yes(&["We propose an optimizer with two momenta.", "Cyclical Learning Rates Revisited"])
        .no(&["Loss of memory is sad; the reconstruction loss is low."]),
    tag("signal-decoding", "Signal decoding", "Classifies EEG, brain-computer and other signals that are no images.")
        .strong("\
            (eeg|=EEG|ecg|=ECG|emg|=EMG|meg|=MEG|fmri|=fMRI|brain|imu|=IMU|motor imagery|electroencephalogra*|electrocardiogra*|wearable
            sensor|sensor|biosignal*|fnirs|=fNIRS|brain signal|neural signal|spike) (signal|signals|activity|based)?
            (decoding|classification|decoder|foundation|recognition|emotion|analysis of signals|denoising|representation*|analysis); =BCI;
            brain (computer|machine) interface*; motor imagery; =EEG; eeg; =ECG; electrocardiogra*; electromyogra*; =EMG;
            electroencephalogra*; sleep stag*; (modulation|radio signal|seizure|heartbeat|arrhythmia)
            (classification|recognition|detection); decod* ..3 (brain|neural (activity|signal*|recording*)|fmri|=fMRI|eeg|=EEG|cortical);
            brain to image; wifi (sensing|csi); =CSI (sensing|based); vibration signal*; human activity recognition ..4
            (sensor*|imu|=IMU|wearable*|accelerometer*); bearing fault*; polysomnogra*; mmwave ..2 (sensing|recognition); neural
            (decoding|decoder); =semg")
        .normal("\
            physiological signal*; brain activity; =fMRI; brain signal; neural recording*; evoked (potential*|response*);
            electrophysiolog*; accelerometer signal*;
            wearable (sensor*|device*); inertial sensor*; movement sensor*; radio signal*; sensor encoder")
        .weak("signal; sensor data; time series classification; evoked; wearable; accelerometer")
        .not("\
            traffic signal*; (visual|video|image|entropy|speculative|text|greedy|sensor|neural|multimodal)
            (decoding|decoder|recognition|classification|analysis|representation*)")
        .yes(&["We present EEG decoding with nets.", "A Brain-Computer Interface for Chess"])
        .no(&["Turn signals and traffic signals."]),
];
