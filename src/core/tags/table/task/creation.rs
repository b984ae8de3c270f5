//! Tasks that make, mend and read.

use super::super::{TagRow, tag};

/// From image generation to captioning, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[TagRow] = &[
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
            (create|rewrit*|customiz*|control|steer*) ..3 =GAN*;
            flow matching model*; (image|images) and ..2 (mask|masks|label|segmentation) (generation|synthesis);
            (facial|face|glyph|handwriting|texture|text image|document image|scene text) ..2
            (generation|synthesis|generator|synthesizing); text to (face|portrait); (generat*|synthesi*) ..2 (glyph|facial expression*);
            (poster|logo|sticker) (creation|design); (controllable|conditional|class conditional|high resolution) (image)?
            (generation|synthesis); diffusion (sampling|sampler*|distillation|acceleration|synchronization|alignment); cross
            modality (conversion|synthesis); (mvct|cbct|mri|ct|pet) to ..1 (ct|kvct|mri|pet) (conversion|translation|synthesis);
            contrast free; virtual contrast; generative (=AI|ai|model*) for image*;
            diffusion generation; training gan*; image generation and editing")
        .weak("\
            synthesized image; fidelity; photorealistic; generative adversarial network; frechet inception distance; sampling; =SDXL;
            diffusion model; synthesized; generative model*; generated image*; =FID; diffusion transformer; stylegan*; biggan; stable
            diffusion;
            flow matching; generative modeling; text to image model*;
            image generation; generat* ..2 image*; =LDM; image prior*")
        .not("\
            (detect*|detection of) ..3 (generated|synthetic) image*; ai generated image* detection; image diffusion prior*;
            (video|3d|text|audio|speech|music|motion|code|molecular) generative model*; (generate|generates|generating|generation of) ..3
            (captions|descriptions|text|reports|labels|masks|annotations|questions|video*|3d); pre generat*")
        .yes(&["We propose text-to-image generation with layouts.", "Unpaired Image-to-Image Translation of Maps", "We present glyph synthesis for signs."])
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
            (3d world|virtual world|virtual environment) generation;
            generat* ..3 3d (content|asset|object|scene|model|mesh|shape|dataset|interior|geometr*|wheel|part*|structure*);
            (floorplan|floor plan|sketch|image|photo|layout) to 3d (scene*|model*|mesh*|asset*);
            synthesi* ..3 3d (model*|object*|shape*|scene*)")
        .normal("\
            asset generation; scene synthesis; objaverse; mesh generation;
            convert* ..8 (3d mesh|3d scene*|3d model*|textured mesh)")
        .weak("3d content; score distillation")
        .not("\
            (path|trajectory|robot|image|scene text|talking|visual|remote sensing) (motion|scene)? generation; motion generation method;
            new environment generation; (test|task|curriculum) environment generation;
            text to cad retrieval")
        .yes(&["We present text-to-3D generation of chairs.", "Generating 3D Scenes from a Word", "Converting Floor Plans to 3D Scenes"])
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
            (font|glyph) (transfer|editing); (style|appearance|texture) (transfer|swap*);
            (image|photo|automatic) cropping; (font|glyph) style transfer;
            cropping ..2 (images|photos|photographs);
            (expression|facial expression|neural surface|action unit*) edit*; image generation and editing; garment transfer")
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
            edit* (tool*|software); text style transfer (in|for) (text|language|nlp|=NLP); (query|answer|response) (rewriting|editing);
            (face|facial|image) manipulation detection")
        .yes(&["We propose image inpainting of old frescoes.", "Virtual Try-On without Pins", "Automatic Image Cropping"])
        .no(&["Robotic manipulation needs touch; model editing needs none."]),
    tag("avatar-animation", "Avatars & animation", "Avatars, talking heads, reenactment, motion retargeting.")
        .strong("\
            (head|human|virtual|gaussian|facial|body|full body|3d|animatable|talking|digital human|relightable|drivable|codec) avatar*;
            avatar*; talking (head|face|portrait|video|human); (face|facial|head|portrait|human|video) reenactment; motion (re)?
            (retargeting|targeting|transfer); (face|facial|portrait|character|human image|human|image|audio driven|speech driven|hand
            drawn|pose driven|person|skeletal|hair|cloth|garment) animation; animatable; lip (sync|synchronization|synchronisation);
            (speech|audio) driven ..3 (animation|face|facial|gesture|portrait|talking); digital human; co speech gesture; gesture
            (generation|synthesis); character control; animating; motion retarget*; virtual character*; rigging; skinning; pose transfer;
            re targeting; free viewpoint animatable;
            (interactive|talking|conversational|speaking|listening) (head|heads|face|faces|avatar|portrait);
            (gesture|co speech gesture|listener) (video)? generation; (audio|speech|music) (driven|to) ..2
            (gesture*|dance|animation|head*|face*); expression transfer; portrait animation; video dubbing")
        .normal("animate; animated; animation; blendshape; reenactment")
        .weak("virtual human; dubbing")
        .not("\
            digital humanities;
            avatar prototype*; animated loop")
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
            (imaging|reconstruction|video|image*); tone mapping; demosaic*;  (high dynamic range) (imaging|image|video);
            inverse tone; image signal process*; =ISP; color (grading|mapping); deblur*; unprocessing; denoiser; exposure correction;
            image fusion; infrared and visible ..3 fusion; pansharpening; multi focus ..2 fusion; bokeh; deinterlacing;
            rolling shutter; fingerprint (enhancement|preprocessing); image dewarp*; document (binarization|enhancement|image
            enhancement|restoration|dewarping);
            monte carlo denois*")
        .normal("\
            image quality enhancement; degraded image*; restoration; blurry image*; hazy; rainy image; noise reduction; underexposed;
            (denoise|denoising) ..3 (image|video|mri|ct|scan|seismic|photo);
            (image|signal|joint|unsupervised|blind|real|deep|learned|poisson|raw|learning) denoising; restor* ..3
            (image|photo|video|film); underwater ..2 enhancement; enhance* ..3 (image|low light|underwater);
            motion blur")
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
            =ESRGAN; image upsampling; =SRGAN; =RealSR; pansharpening; super resolved; super resolving; hallucinating (face|high);
            pan sharpening; pansharpening; single image interpolation; image upscaling; image upsampling")
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
            (masked|visual|latent|3d|neural|surface|rgb) image? reconstruction;
            holographic (characteristic|reduced)")
        .yes(&["We propose MRI reconstruction from few lines of k-space.", "Lensless Imaging with Sand"])
        .no(&["We do surface reconstruction with an image reconstruction loss."]),
    tag("compression", "Compression", "Compresses images, video or point clouds.")
        .strong("\
            (image|video|learned image|neural image|learned video|neural video|point cloud|lossy image|lossless|lossless image|lossy|deep
            image|semantic|perceptual|gaussian|3dgs|3d gaussian|generative image|generative video|geometry|feature|nerf|mesh|dataset
            image|jpeg|screen content|hyperspectral|texture|extreme image|light field|=LiDAR|data) (compression|codec|coding); video
            coding; image coding; neural codec; learned compression; =VVC; =HEVC; =JPEG (compression|=AI|=XL); rate distortion; bitrate;
            bit rate saving*; =BD =Rate; codec")
        .normal("=JPEG; image (compressor|codec); video codec*; quantization table; =H =264")
        .weak("compression; bitstream; bandwidth; compression ratio")
        .not("\
            (model|token|network|kv cache|=KV cache|prompt|context|gradient|weight|knowledge|visual token|llm|cot|memory|chain of
            thought|breast|chest|=DNN|neural network|vision token|lossy or lossless) (compression|codec); video token compression;
            compression of (models|networks|llms); feature compression; semantic compression; (robust*|resilien*) ..5 compression;
            semantic coding;
            neural codec language")
        .yes(&["We propose learned image compression with small tables.", "A Neural Codec for Point Cloud Compression"])
        .no(&["Model compression prunes weights.", "CodeContests has tests."]),
    tag("text-recognition", "Text recognition", "Reads text: OCR, scene text, handwriting, Braille, formulas.")
        .strong("\
            (scene text|text|handwritten|handwriting|optical character|character|license plate|braille|optical braille|mathematical
            expression|formula|historical|optical music|digit|scene text|handwritten text|math*|arabic|chinese character|ocr|=OCR|online
            handwriting|handwritten mathematical|symbol|oracle character|text line|license) (text|expression|character|plate|digit)?
            (recognition|spotting|spotter|transcription|recogniz*|recognizer|recognisers); optical character; scene text
            (detection|recognition|spotting|editing); handwrit* (text|recognition|generation|document*|digit*|character*); text
            (spotting|detection in|recognition|localization); signature verification; text in (images|natural|the wild); =HTR; =ICDAR;
            word spotting;
            (recogni*|generat*) ..2 handwritten; handwritten (formula*|equation*|expression*|math*);
            sheet music; (music|score) recognition; music score*;
            jersey number;
            text detection recognition; character spotting")
        .normal("\
            handwriting; braille; scene text; license plate; text line; (scene|natural|video|curved|oriented|shaped|multilingual) text detect*; transcri* ..3 handwrit*;
            (historical|ancient|medieval|handwritten|old|arabic|digitized) manuscript*; transcribing ..3 (manuscript|document|music); ocr;
            optical character;
            handwritten")
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
            (structure)? extraction; table (extraction|recognition|interpretation); plot (digitizer|digitization|data);
            identity document*; flowchart*")
        .normal("\
            scanned; pdf document; layoutlm*; invoice; document visual; infographic; chart*; (multimodal|visual|visually rich) document*;
            screenshot; (extract*) ..3 (plots|charts|figure|table) ..2 (from|in);
            signature (analysis|extraction|matching); (gui|=GUI|screen|user interface|ui) (understanding|parsing|grounding);
            diagram (understanding|comprehension|question*)")
        .weak("document; table; layout; page")
        .not("\
            (flow|gantt|in the) chart*; on the chart*; document (retrieval|classification|level|ranking|corpus|collection); table
            (1|2|top|tennis|of contents); (look up|lookup|hash|routing|round|truth) table; (medical|patient|health) chart*; (chart|charts)
            (a|the) (course|path|way|future); (free|long|short|open) form*; forms of; multi document; document level;
            pre scanned; scanned (environment|scene|historical); charting the")
        .yes(&["We present document layout analysis for ledgers.", "Chart question answering"])
        .no(&["The flow chart and table tennis.", "Charting the growth of a field."]),
    tag("captioning", "Captioning", "Describes images or video in words.")
        .strong("\
            (image|video|dense|visual|audio visual|dense video|change|3d|remote sensing|region|novel object|medical
            image|detailed|figure|scene) (captioning|caption generation|captioner|paragraph generation); (radiology|medical|chest x
            ray|imaging) report generation; report generation; caption* (model*|task|performance|quality|generation|benchmark); image
            description*; (generat*|describ*) ..3 (caption*|image description*|textual description*); captioning; captioner; alt text;
            image to text generation; recaption*;
            video description*; (describe|describing) ..2 (video|image) in natural language")
        .normal("\
            describe image; image caption* (model*|task|benchmark*); caption (generator|images|videos); (generat*|produc*) ..2 caption")
        .weak("image description; textual description; image caption; caption; =CIDEr; =BLEU")
        .not("\
            (synthetic|using|with|from|text|paired|web|class|of|and|class level) caption*; image caption (pairs|data*|pair); caption
            pairs; (code|lab|progress|bug|test) report generation;
            (local|binary|binary local) image description*")
        .yes(&["We propose dense video captioning in four words.", "Captioning Birds: Image Captioning Outdoors"])
        .no(&["Pairs of images and captions feed the encoder."]),
];
