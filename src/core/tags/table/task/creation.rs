//! Tasks that make, mend, read, guard and act.

use super::super::{Entry, tag};

/// From image generation to signal decoding, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[Entry] = &[
    tag("image-generation", "Image generation", "Generates images: from nothing, from text or from images.")
        .strong("\
            (image|text to image|t2i|=T2I|face|person image|human image|pose guided|texture|layout to image|subject driven|high resolution
            image|class conditional|unconditional image|conditional image|photorealistic image|medical image|personalized|autoregressive
            image|visual|multimodal|customized|font|logo|poster|sketch to image|sketch to photo|multi
            subject|panorama|panoramic|360|portrait|controllable image|art|product image|visual text|multi view image|layout|satellite
            image|mri|ct) (generation|synthesis|generator|generative model*); (image to image|unpaired image|unsupervised
            image|unpaired|cross modality image|i2i|mr to ct) (translation|synthesis); text to image; generate* (high
            quality|realistic|photorealistic|diverse|synthetic|high fidelity|high resolution) (image|images|face|faces); image
            (diffusion|synthesis|translation); =DALL =E; generative image model*; virtual staining; class conditional imagenet generation;
            =GAN (inversion|training|latent space); synthesizing (realistic|images|photorealistic); story visualization; sketch to
            (photo|image); (concept|image) (unlearning|erasure|erasing) ..8 (text to image|diffusion|image); one step (image)? generation;
            (few step|one step) (image|text to image) generation")
        .normal("\
            (generate|generates|generating|synthesize) images; =FLUX; inception score; visual generation;
            (generate|generates|generating|synthesize|synthesizing|generation of) ..3 (image|panorama|photo|picture); concept
            (unlearning|erasure); image customization; (photo|image) realistic (image|synthesis); refin* ..2 synthetic image; synthetic
            image refinement; generative adversarial network* ..6 (image|photo|picture); =GAN generation; gan generation;
            (generat*|synthesi*) ..4 (mri|ct|pet|maps|scans) from; synthetic (mri|ct|pet); one shot image; image to image;
            (create|rewrit*|customiz*|control|steer*) ..3 =GAN*")
        .weak("\
            synthesized image; fidelity; photorealistic; generative adversarial network; frechet inception distance; sampling; =SDXL;
            diffusion model; synthesized; generative model*; generated image*; =FID; diffusion transformer; stylegan*; biggan; stable
            diffusion")
        .not("\
            (detect*|detection of) ..3 (generated|synthetic) image*; ai generated image* detection; image diffusion prior*;
            (video|3d|text|audio|speech|music|motion|code|molecular) generative model*; (generate|generates|generating|generation of) ..3
            (captions|descriptions|text|reports|labels|masks|annotations|questions|video*|3d); pre generat*")
        .yes(&["We propose text-to-image generation with layouts.", "Unpaired Image-to-Image Translation of Maps"])
        .no(&["Power generation is our subject, and images play no part.", "We detect generated text."]),
    tag("video-generation", "Video generation", "Generates or predicts video.")
        .strong("\
            (video|text to video|image to video|=T2V|=I2V|long video|human video|controllable video|autoregressive video|interactive
            video|driving video|camera controlled video|talking video|audio driven video|streaming video|minute long video|multi shot
            video|audio video|story video) (generation|synthesis|prediction|diffusion|generative
            model*|generator|generators|extrapolation|interpolation|inbetweening|world model*|foundation model generation); video
            diffusion; text to video; image to video; (future)? frame (prediction|interpolation|synthesis|generation); video (models
            as|dit|customization|personalization|outpainting|world); generat* ..3 videos; animat* (still|images|image|photo*|looping);
            =VBench; =Wan2; =Sora; =CogVideoX; hunyuanvideo; cinemagraph*; video (prediction|synthesis); world simulation")
        .normal("\
            generative video; video generative; video generator; temporal consistency ..3 generat*; generated video*;
            (generate|generating|synthesize) ..3 videos; (panoramic|360) video; world model ..4 video; video world model*; video tokeniz*")
        .weak("video dit; video synthesis; world model; video model*")
        .not("\
            (detect*|detection of) ..3 (generated|synthetic) video*; text to video retrieval; video (diffusion|generation) prior*; ai
            generated video detection")
        .yes(&["We introduce text-to-video generation of weather.", "Future frame prediction"])
        .no(&["Text-to-video retrieval finds clips."]),
    tag("3d-generation", "3D generation", "Generates 3D content.")
        .strong("\
            (3d|text to 3d|image to 3d|3d shape|3d asset|3d object|3d scene|4d|point cloud|mesh|shape|cad|3d
            content|texture|scene|articulated object|3d human|3d avatar|indoor scene|layout to 3d|voxel|single image to 3d|3d texture|cad
            model|floor plan|city|hair) (generation|synthesis|generative model*|diffusion|asset creation|creation|generator); text to 3d;
            image to 3d; generat* ..2 3d (content|asset*|shape*|object*|scene*|model*|mesh*); 3d generative; 3d aware (image)?
            (synthesis|generation|gan|generative); generative 3d; (4d|3d) content creation; text to (motion|cad|4d|texture); motion
            (generation|synthesis|diffusion); (human|dance) motion generation; 3d assets; (3d|4d)
            (microstructure*|structure|environment|world|garment|face|head|avatar) (generation|synthesis); synthetic generation of ..4 3d;
            (world|environment) generation")
        .normal("asset generation; scene synthesis; objaverse; mesh generation")
        .weak("3d content; score distillation")
        .not("\
            (path|trajectory|robot|image|scene text|talking|visual|remote sensing) (motion|scene)? generation; motion generation method;
            new environment generation; (test|task|curriculum) environment generation")
        .yes(&["We present text-to-3D generation of chairs.", "Generating 3D Scenes from a Word"])
        .no(&["We generate text and 3D sound."]),
    tag("image-editing", "Image editing", "Edits given images or video: inpainting, style transfer, try-on, controlled manipulation.")
        .strong("\
            (image|video|text guided image|text based image|instruction based image|instruction guided|face|facial|semantic
            image|portrait|scene|3d|attribute|real image|text driven|visual|photo|object level|drag
            based|generative|concept|garment|interactive image|local image|shape|nerf|gaussian|3d scene|instructional image|motion|hair)
            (editing|manipulation|inpainting|outpainting|harmonization|compositing|retouching|stylization|recolor*|completion editing);
            (image|video|object|face|blind|hole) inpainting; inpainting; (style|neural style|artistic style|arbitrary
            style|makeup|color|texture|appearance|attribute|virtual try|hairstyle) transfer; virtual try on; try on; style transfer;
            (face|head|object) swap*; object (removal|insertion); image
            (colorization|harmonization|composition|blending|retargeting|vectorization); colorization; stylization; pose guided person
            image; image edit*; colourisation; background replacement; photo enhancement; editability; drag (based|style) edit*; semantic
            editing; video edit*; instruction based edit*; controllable person image; reflection separation;
            (facial|face|semantic|local|image) feature transfer; transfer of ..3 (style|appearance|aesthetic*); text style transfer;
            (font|glyph) (transfer|editing); (style|appearance|texture) (transfer|swap*)")
        .normal("\
            style transfer; gan inversion; attribute edit*; retouch*; controllable (image synthesis|manipulation); edit* ..3
            (image|video|photo|face|scene|portrait|appearance|picture|instruction*); (image|photo|video|scene|appearance|multi
            instance|instance) edit*; (text to image|diffusion|concept|subject|image) ..2 personalization; (latent|attribute|semantic) ..2
            (control|manipulation|direction*) ..4 (gan*|generat*|image)")
        .weak("\
            manipulat*; edit; style; controllable; stylized; editing; controlnet; personalization; subject driven; controllable generation")
        .not("\
            (model|knowledge|text|code|gene|genome|robot|robotic|object|lifelong|llm|factual|dexterous|mobile|bimanual|deformable
            object|document|prompt|memory) (editing|manipulation); knowledge edit*; image manipulation (detection|localization); face
            swap* detection; (detect*|forg*) ..3 (manipulat*|edited); (image|photo|video|media) (editing|manipulation)
            (software|tool*|technique*|technolog*|operation*|method*); (advance*|progress|development*) ..3 (editing|manipulation); image
            edit* (tool*|software); text style transfer (in|for) (text|language|nlp|=NLP); (query|answer|response) (rewriting|editing)")
        .yes(&["We propose image inpainting of old frescoes.", "Virtual Try-On without Pins"])
        .no(&["Robotic manipulation needs touch; model editing needs none."]),
    tag("avatar-animation", "Avatars & animation", "Avatars, talking heads, reenactment, motion retargeting.")
        .strong("\
            (head|human|virtual|gaussian|facial|body|full body|3d|animatable|talking|digital human|relightable|drivable|codec) avatar*;
            avatar*; talking (head|face|portrait|video|human); (face|facial|head|portrait|human|video) reenactment; motion (re)?
            (retargeting|targeting|transfer); (face|facial|portrait|character|human image|human|image|audio driven|speech driven|hand
            drawn|pose driven|person|skeletal|hair|cloth|garment) animation; animatable; lip (sync|synchronization|synchronisation);
            (speech|audio) driven ..3 (animation|face|facial|gesture|portrait|talking); digital human; co speech gesture; gesture
            (generation|synthesis); character control; animating; motion retarget*; virtual character*; rigging; skinning; pose transfer;
            re targeting; free viewpoint animatable")
        .normal("animate; animated; animation; blendshape; reenactment")
        .weak("virtual human; dubbing")
        .not("digital humanities")
        .yes(&["We build animatable avatars from phones.", "Talking Head Synthesis"])
        .no(&["Heads of state are talking."]),
    tag("image-restoration", "Image restoration", "Cleans images: denoising, deblurring, dehazing, enhancement, stain or colour normalisation.")
        .strong("\
            (image|video|blind image|all in one image|underwater image|low light image|real image|face|blind face|infrared
            image|night*|universal image|old photo|hyperspectral image|raw|real world image|stain|document image|audio|burst|self
            supervised|low light|low dose ct|underwater)
            (restoration|denoising|deblurring|dehazing|deraining|enhancement|desnowing|demosaicing|normalization|denoiser|demoireing|deblur);
            denoising (network|method|performance|of (images|video));
            (rain|haze|shadow|reflection|noise|blur|artifact|cloud|snow|moire|fog|streak|watermark|raindrop|flare|speckle|glare|stripe|
            smoke|metal
            artifact) removal; deblurring; dehazing; deraining; despeckling; low light (enhancement|image enhancement|video);
            (stain|color|colour) (normalization|normalisation|constancy|correction); white balance; image enhancement; =HDR
            (imaging|reconstruction|video|image*); tone mapping; demosaic*; motion blur; (high dynamic range) (imaging|image|video);
            inverse tone; image signal process*; =ISP; color (grading|mapping); deblur*; unprocessing; denoiser; exposure correction;
            image fusion; infrared and visible ..3 fusion; pansharpening; multi focus ..2 fusion; bokeh; deinterlacing")
        .normal("\
            image quality enhancement; degraded image*; restoration; blurry image*; hazy; rainy image; noise reduction; underexposed;
            (denoise|denoising) ..3 (image|video|mri|ct|scan|seismic|photo);
            (image|signal|joint|unsupervised|blind|real|deep|learned|poisson|raw|learning) denoising; restor* ..3
            (image|photo|video|film); underwater ..2 enhancement; enhance* ..3 (image|low light|underwater)")
        .weak("degradation; noise; blur; low light; artifact; denoising; =PSNR")
        .not("\
            denoising (diffusion|step*|score|process|autoencoder|objective|trajector*|network in
            diffusion|schedule|timestep*|probabilistic); (forest|land|ecological|service|power|motion blur sensor|ecosystem|voice|speech)
            (restoration|enhancement|denoising|degradation); (diffusion|iterative|reverse|multi step|latent|few step|parallel|each|block)
            denoising")
        .yes(&["We propose video deblurring for handhelds.", "Rain Removal in One Step"])
        .no(&["The denoising diffusion process takes a thousand denoising steps."]),
    tag("super-resolution", "Super-resolution", "Raises the resolution of images or video.")
        .strong("\
            super resolution; superresolution; super resolve*; =SISR; =SR network; upscal* (image*|video*|of image*); =Real =ESRGAN;
            =ESRGAN; image upsampling; =SRGAN; =RealSR; pansharpening; super resolved; super resolving; hallucinating (face|high)")
        .normal("upscaling; high resolution image from low; image rescaling")
        .weak("=SR; low resolution image")
        .yes(&["Blind super-resolution of stamps", "We introduce a network for video super-resolution."])
        .no(&["High-resolution images are costly."]),
    tag("image-reconstruction", "Image reconstruction", "Makes images from measurements: MRI, CT, computational imaging.")
        .strong("\
            (mri|mr|=MR|ct|=CT|pet|=PET|image|tomographic|magnetic resonance|low dose ct|accelerated mri|sparse view ct|compressive
            sensing|compressed sensing|snapshot|computational|k space|photoacoustic|ultrasound|cone beam|cbct|holographic|ghost|single
            pixel|event based video|fluorescence|microwave|radar image|dynamic mri|undersampled|phase|sparse view|limited
            angle|spectral|hyperspectral image|iterative) (image)? reconstruction; (accelerated|fast|undersampled|parallel|quantitative)
            (=MRI|mri|mr|=MR|magnetic resonance) imaging?; (compressed|compressive) sensing; (computational|snapshot
            compressive|ghost|single pixel|lensless|coded aperture|non line of sight|compressive|photoacoustic|coded|ptychograph*|fourier
            ptychographic|light field|hyperspectral snapshot|speckle|computed) imaging; =NLOS; non line of sight; inverse problem* ..3
            imaging; imaging inverse problem*; linear inverse problem*; phase retrieval; k space; sinogram*; tomograph*
            (reconstruction|imaging); electrical impedance; ptychograph*; deconvolution; (low dose|sparse view) (=CT|ct); computed
            tomography reconstruction; lensless; plug and play prior*")
        .normal("measurement operator; undersampl*; lensless; holograph*; image reconstruction")
        .weak("sparse sampling; mr imaging; reconstruct; reconstruction; tomography; inverse problem; unrolling")
        .not("\
            image reconstruction (loss|error|term|quality|decoder|task|pretext|objective|fidelity);
            (masked|visual|latent|3d|neural|surface|rgb) image? reconstruction")
        .yes(&["We propose MRI reconstruction from few lines of k-space.", "Lensless Imaging with Sand"])
        .no(&["We do surface reconstruction with an image reconstruction loss."]),
    tag("compression", "Compression", "Compresses images, video or point clouds.")
        .strong("\
            (image|video|learned image|neural image|learned video|neural video|point cloud|lossy image|lossless|lossless image|lossy|deep
            image|semantic|perceptual|gaussian|3dgs|3d gaussian|generative image|generative video|geometry|feature|nerf|mesh|dataset
            image|jpeg|screen content|hyperspectral|texture|extreme image|light field|=LiDAR|data) (compression|codec|coding); video
            coding; image coding; neural codec*; learned compression; =VVC; =HEVC; =JPEG (compression|=AI|=XL); rate distortion; bitrate;
            bit rate saving*; =BD =Rate; codec*")
        .normal("=JPEG; image (compressor|codec); video codec*; quantization table; =H =264")
        .weak("compression; bitstream; bandwidth; compression ratio")
        .not("\
            (model|token|network|kv cache|=KV cache|prompt|context|gradient|weight|knowledge|visual token|llm|cot|memory|chain of
            thought|breast|chest|=DNN|neural network|vision token|lossy or lossless) (compression|codec); video token compression;
            compression of (models|networks|llms); feature compression; semantic compression; (robust*|resilien*) ..5 compression;
            semantic coding")
        .yes(&["We propose learned image compression with small tables.", "A Neural Codec for Point Cloud Compression"])
        .no(&["Model compression prunes weights."]),
    tag("text-recognition", "Text recognition", "Reads text: OCR, scene text, handwriting, Braille, formulas.")
        .strong("\
            (scene text|text|handwritten|handwriting|optical character|character|license plate|braille|optical braille|mathematical
            expression|formula|historical|optical music|digit|scene text|handwritten text|math*|arabic|chinese character|ocr|=OCR|online
            handwriting|handwritten mathematical|symbol|oracle character|text line|license) (text|expression|character|plate|digit)?
            (recognition|spotting|spotter|transcription|recogniz*|recognizer|recognisers); optical character; scene text
            (detection|recognition|spotting|editing); handwrit* (text|recognition|generation|document*|digit*|character*); text
            (spotting|detection in|recognition|localization); signature verification; text in (images|natural|the wild); =HTR; =ICDAR;
            word spotting")
        .normal("\
            handwriting; braille; scene text; license plate; text line; text detect*; transcri* ..3 handwrit*;
            (historical|ancient|medieval|handwritten|old|arabic|digitized) manuscript*; transcribing ..3 (manuscript|document|music); ocr;
            optical character")
        .weak("character; latex; =CTC")
        .not("(ai|machine|llm) generated text detect*; handwritten digit* ..6 (mnist|dataset*); ocr free")
        .yes(&["Optical Braille recognition on a desk", "We present scene text recognition with rotated words."])
        .no(&["The character of the hero is drawn well."]),
    tag("document-understanding", "Document understanding", "Documents, tables, charts and layouts.")
        .strong("\
            (document|visual document|chart|table|forms|layout|visually rich document|document image|document layout|multimodal
            document|long document|infographic|figure|scientific figure|invoice|receipt|pdf|=PDF|slide|diagram|ui|=GUI|screen|web
            page|floor plan|multi page document) (understanding|analysis|parsing|question answering|=QA|classification|detection|structure
            recognition|recognition|layout analysis|dewarping|rectification|extraction|intelligence|information
            extraction|=VQA|reasoning|generation from|visual question answering|to code|grounding|conversion|digitization|ai|=AI);
            =DocVQA; =ChartQA; document (image*|ai|layout|dewarping|unwarping|intelligence|parsing); key information extraction; visually
            rich document*; chart (to|summariz*|question); table structure; layout analysis; page (layout|segmentation); document
            conversion; form understanding; scanned document*; screenshot to code; (plot|figure|line graph|chart|graph image)
            (digitiz*|data extraction|extraction); form (structure|field) ..1 (extraction|understanding); (document|form|receipt|invoice)
            (structure)? extraction; table (extraction|recognition|interpretation); plot (digitizer|digitization|data)")
        .normal("\
            scanned; pdf document; layoutlm*; invoice; document visual; infographic; chart*; (multimodal|visual|visually rich) document*;
            screenshot; (extract*) ..3 (plots|charts|figure|table) ..2 (from|in)")
        .weak("document; table; layout; page")
        .not("\
            (flow|gantt|in the) chart*; on the chart*; document (retrieval|classification|level|ranking|corpus|collection); table
            (1|2|top|tennis|of contents); (look up|lookup|hash|routing|round|truth) table; (medical|patient|health) chart*; (chart|charts)
            (a|the) (course|path|way|future); (free|long|short|open) form*; forms of; multi document; document level")
        .yes(&["We present document layout analysis for ledgers.", "Chart question answering"])
        .no(&["The flow chart and table tennis."]),
    tag("captioning", "Captioning", "Describes images or video in words.")
        .strong("\
            (image|video|dense|visual|audio visual|dense video|change|3d|remote sensing|region|novel object|medical
            image|detailed|figure|scene) (captioning|caption generation|captioner|paragraph generation); (radiology|medical|chest x
            ray|imaging) report generation; report generation; caption* (model*|task|performance|quality|generation|benchmark); image
            description*; (generat*|describ*) ..3 (caption*|image description*|textual description*); captioning; captioner; alt text;
            image to text generation; recaption*")
        .normal("\
            describe image; image caption* (model*|task|benchmark*); caption (generator|images|videos); (generat*|produc*) ..2 caption")
        .weak("image description; textual description; image caption; caption; =CIDEr; =BLEU")
        .not("\
            (synthetic|using|with|from|text|paired|web|class|of|and|class level) caption*; image caption (pairs|data*|pair); caption
            pairs; (code|lab|progress|bug|test) report generation")
        .yes(&["We propose dense video captioning in four words.", "Captioning Birds: Image Captioning Outdoors"])
        .no(&["Pairs of images and captions feed the encoder."]),
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
            visual reasoning; visual (cognition|math*|spatial) ..1 (reasoning|benchmark)")
        .normal("\
            multimodal reasoning; spatial understanding; =GQA; =POPE; =ScienceQA; =MME; (=MLLM|=LVLM|=VLM|vision language model|multimodal
            large language model) ..5 (understand*|reason*|answer*|perceive*|comprehen*); spatial (relation|intelligence) ..6
            (=MLLM|=LVLM|=VLM|vision language|multimodal); (video|image|picture) ..6 question* ..6 answer*; (questions|question) about
            (image*|video*|picture*); (video*|image*|visual) ..8 multiple choice; multiple choice ..8 (video*|image*);
            (image*|video*|vision) ..6 (question answering|=QA); video understanding benchmark*; multiple choice question*; =Q =A pairs
            ..6 video*; (image*|video*) ..6 =Q =A pair*")
        .weak("question answering; hallucination")
        .not("(text|open domain|table|multi hop|factual|legal|extractive|knowledge graph) question answering")
        .yes(&["We introduce visual question answering on maps.", "Multimodal reasoning with pebbles"])
        .no(&["Open-domain question answering reads books."]),
    tag("visual-grounding", "Visual grounding", "Finds what words refer to: referring expressions, open-vocabulary localisation.")
        .strong("\
            (visual|phrase|3d visual|image|video|spatio temporal video|gui|=GUI|medical|language|object|text|remote sensing
            visual|temporal|video temporal|reasoning|referring|multimodal|pixel|affordance|3d|ui|spatial|region|generalized visual)
            grounding; referring (expression*|image|video|object|segmentation|remote|multi object|audio|comprehension); refcoco*; grounded
            (segmentation|detection|localization|captioning|conversation); (open vocabulary|language guided|text guided|language driven)
            (localization|detection|object detection|grounding|segmentation ..2 language); open vocabulary (object)?
            (detection|segmentation|3d|scene); ground* ..3 (referring|natural language|textual quer*|language quer*); grounding dino;
            reasoning segmentation; temporal sentence grounding; phrase localization; language queried")
        .normal("\
            open vocabulary; grounding benchmark; screenspot*; referred object; grounding
            (model|module|network|task|dataset|data|accuracy|performance|capability) ..4 (visual|image|video|vision|object|language)")
        .weak("ground language; text quer*; referring; grounding")
        .not("\
            (theoretical|symbol|factual|evidence|knowledge|source|document|conceptual|common|fact|physical|retrieval|epistemic|citation|claim)
            grounding; grounding (in|the|theory)")
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
        .normal("defective; unseen anomalies; (fraud|intrusion|failure) detection; detect* ..4 (defect*|anomal*)")
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
        .normal("multi temporal; temporal change*")
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
            (inversion|stealing|extraction|leakage|hijack*|transfer*|hallucination|embedding|reconstruction) attack*")
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
            generated|generative|synthetic) ..1 image*; distinguish* ..3 synthetic image*")
        .normal("\
            manipulated (image|video|media|content); ai generated (image|video|content|text|media); fake (face|image|video); spoofing;
            forged; forensic*; (fake news|misinformation|rumor) detection")
        .weak("authenticity; fake; provenance")
        .not("forensic (science|pathology|medicine)")
        .yes(&["Deepfake Detection by Blinks", "We propose a detector of image splicing: image forgery detection."])
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
            (classification|severity|progression)")
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
            (plant|leaf|crop|rice|tomato|tea) disease*; (bug|issue|alert|vulnerability|ticket|email) triage")
        .yes(&["We present a network for diabetic retinopathy grading.", "Triage of Chest Films: Pneumonia Detection"])
        .no(&["Root cause diagnosis of server faults.", "The diagnosis of bearing failures is common, as is fault diagnosis."]),
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
            angle*; t2 (mapping|relaxation); agatston")
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
            (grasp*|pick*|manipulat*)")
        .weak("manipulation; robot action; robot; grasp")
        .not("\
            (image|face|data|media|text|market|opinion|symbolic|semantic|audio|video|algebraic|attribute) manipulation; robot
            (navigation|localization); (to|can|we|better|quickly|fully|readily|easily) grasp; grasp
            (the|of|how|what|concept*|abstract|complex|a)")
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
            locomotion; drone racing")
        .normal("\
            navigat* (robot*|agent*|environment*|instruction*|to); trajectory planning; path planning; driving agent; waypoint*;
            (embodied|robot|robotic|physical|vision language|household) ..1 (task)? planning; vision language navigation; driving
            (planning|score); trajectory (generation|optimization) ..6 (robot*|vehicle*|driv*)")
        .weak("planning; navigation; obstacle; planner")
        .not("\
            (web|website|browser|code|menu|hypertext|site|surgical|surgery|image|treatment|urban|clinical|radiotherapy|production|capacity|
            financial|family|city|gui|document|repository|knowledge)
            (navigation|planning|planner); treatment planning; lesson planning; task planning")
        .yes(&["We propose motion planning among cows.", "Object Goal Navigation in Houses"])
        .no(&["Treatment planning for teeth and urban planning."]),
    tag("representation-learning", "Representation learning", "Learns or analyses features as such.")
        .strong("\
            representation learning; (self supervised|visual|unsupervised|contrastive|disentangled|general purpose|object
            centric|equivariant|transferable) (visual)? (representation|pre training|pretraining); (feature|embedding) (analysis);
            (masked|contrastive|self supervised) (image|autoencoder*|visual|video|point)? (modeling|modelling|autoencod*|pre
            training|pretraining); (disentangle*|object centric) (representation|learning|latent); mechanistic interpretab*; sparse
            autoencoder*; (analyzing|understanding|probing) ..2 (representation*|neurons|activations|internal); concepts ..3
            (network|model) ..2 learn*; =CKA; network dissection; =JEPA; =*JEPA; =SimCLR; =MoCo; =BYOL; slot attention; pretext task*;
            feature visualization")
        .normal("\
            instance discrimination; neural collapse; good representations; robust representations; visual representation*;
            (hidden|learned|internal) representations; learned representations; self supervised ..3 (transformer|vision transformer) for
            ..2 representation; for visual representation*; generalizable representation*; game representation*; (general
            purpose|universal) (representation*|embedding*); sentence representation*")
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
        .yes(&["We study self-supervised representation learning from puzzles.", "Learning Disentangled Representations of Tea"])
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
            inference; inference (speedup|acceleration); (efficient|faster|fast) inference")
        .normal("\
            (inference|network|model) acceleration; (compress*|accelerat*|speed* up) ..2
            (network|=CNN*|transformer*|=LLM*|weights|=DNN*|inference)")
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
            loss; weight (averaging|decay|initialization); stochastic weight* averaging; batch normalization; normalization layer*;
            scaling law*; training acceleration; gradient (clipping|compression|accumulation); hyperparameter (transfer|optimization);
            convergence analysis; =SAM optimizer")
        .normal("\
            gradient estimat*; training (dynamics|instability|schedul*); loss landscape; convergence (rate|speed);
            (novel|new|adaptive|memory efficient|proposed) optimizer*; (second|first) order optimizer*; loss function* for; optimizer
            with; an optimizer; learning rate* (schedul*|revisited|annealing|adaptation);
            (softmax|recall|margin|ranking|robust|balanced|new|novel|classification|segmentation) loss for; loss* (revisited|reconsidered)")
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
            (stochastic|distributed|second order) optimization (problem|model*|program*)")
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
            electrophysiolog*; accelerometer signal*")
        .weak("signal; sensor data; time series classification; evoked; wearable; accelerometer")
        .not("\
            traffic signal*; (visual|video|image|entropy|speculative|text|greedy|sensor|neural|multimodal)
            (decoding|decoder|recognition|classification|analysis|representation*)")
        .yes(&["We present EEG decoding with nets.", "A Brain-Computer Interface for Chess"])
        .no(&["Turn signals and traffic signals."]),
];
