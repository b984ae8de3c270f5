//! Tasks that measure: what corresponds, where things are, what shape they have.

use super::super::{TagRow, tag};

/// From image matching to mapping, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[TagRow] = &[
    tag("image-matching", "Image matching", "Finds correspondences: feature matching, registration, atlas building.")
        .strong("\
            (image|feature|local feature|keypoint|point cloud|deformable|deformable image|medical image|non
            rigid|rigid|graph|template|shape|patch|point set|multimodal image|multi modal image|cross modal
            image|3d|homography|fingerprint|landmark|point|surface|slide|brain|volume) (registration|correspondence*); (feature|local
            feature|keypoint|image|graph|template|shape|patch|dense|cross view|descriptor|semi dense|detector free) (matching|matcher);
            homography estimation; image alignment; image stitching; (atlas) (building|construction|template|framework); anatomical atlas;
            deformable registration; =SuperGlue; =LoFTR; =SuperPoint; correspondence
            (learning|estimation|matching|pruning|search|problem); relative pose estimation; (two view|epipolar) (geometry|matching);
            point correspondence*; =RANSAC; (brain|kidney|organ|anatomical|population|abdominal|lung|cardiac|healthy|unbiased|deformable)
            ..1 atlas*; (panorama|video|mosaic) stitching; image mosaic*; (2d
            3d|2d|mr|=MR|ct|=CT|volume|nonrigid|rotational|slide|affine|multimodal|lidar|elastic|3d|robust|dense|human) registration;
            registration (network|of ..3 (image|scan|volume|point|slide|surface)); (shape|human|surface|mesh|dense) correspondence
            (matching|estimation|learning|problem)?;
            semantic (correspondence*|matching); (point|line) ..1 line matching;
            (deep|deformable|diffeomorphic|affine|rigid|groupwise|multimodal|non rigid|nonrigid) registration; registration
            (network*|framework|method|latent|field*)")
        .normal("\
            feature matching; essential matrix; fundamental matrix; co registration; diffeomorphic; (keypoint|interest point|feature
            point|corner) (detection|detector|descriptor*)")
        .weak("\
            aligning; alignment; homography; warping; descriptor; correspondence; registration; local (feature|descriptor*); outlier
            rejection; atlas; matching (network|method|model|task|accuracy|performance|algorithm)")
        .not("\
            (model|trial|user|student|voter|student|flow|moment|score|text|distribution|string|pattern|schema|entity|image text|image
            navigation and) (registration|matching); (preference|value|human|llm|safety|text) alignment; (controllable|flow) matching;
            (text image|image text|cross modal image|image and text|text to image) alignment; image alignment ..3 (text|prompt*|language)")
        .yes(&["We propose a network for deformable image registration of lungs.", "Local Feature Matching in Fog"])
        .no(&["Flow matching trains faster.", "User registration is free."]),
    tag("optical-flow", "Optical flow", "Estimates optical or scene flow.")
        .strong("\
            (optical|scene) flow (estimation|prediction|network|learning|method*|algorithm*); scene flow; =RAFT; =FlowNet; particle image
            velocimetry; motion field estimation")
        .normal("dense motion; flow estimation; optical flow")
        .weak("flow field")
        .not("\
            (using|with|by|via|from|based on|and|rgb and|precomputed|leverag*|guided by) optical flow; optical flow
            (based|guided|warp*|loss|feature*|map*|input)")
        .yes(&["We propose scene flow estimation from lidar.", "Optical flow on phones"])
        .no(&["We present flow matching, with optical flow-guided sampling."]),
    tag("depth-estimation", "Depth estimation", "Gets depth from one or more images: monocular, stereo, completion.")
        .strong("\
            (monocular|stereo|self supervised|depth|metric|unsupervised|dense|video|multi view|relative|single image|absolute) depth;
            depth (estimation|completion|prediction|map estimation|super
            resolution|recovery|inpainting|anything|inference|reconstruction|from (focus|defocus|stereo|video|images|a
            single)|network|foundation|perception); stereo (matching|vision|depth|disparity|network); disparity
            (estimation|map*|prediction); depth sensing; time of flight (depth|imaging|sensor*); surface normal (estimation|prediction);
            light field depth; depth and (camera|ego)? (pose|motion|normal*|optical flow|flow|surface normal*) (estimation|prediction);
            depth map (estimation|prediction|regression)")
        .normal("\
            depth cue; =ToF; depth ground truth; depth sensor; kitti depth; =NYUv2; nyu depth; structured light; depth data; estimat* ..3
            depth; depth and pose; depth (network|decoder|regression); stereo (image|camera|pair) ..4 (depth|disparity);
            (stereo|binocular|matching) ..3 disparity")
        .weak("depth; stereo; =NYU; monodepth; depth map; disparity")
        .not("\
            in depth; depth (of network|of the network|of knowledge|of field|analysis|and width|and breadth|first|wise|of
            research|pruning|conditioned|guided|scaling|of understanding|of reasoning|recurrence|of analysis);
            (network|layer|search|reasoning|model|tree|circuit|penetration|optical|recursion|architectural|increasing|infinite|water|
            theoretical|greater|cognitive|conceptual)
            depth; (rgb|=RGB|color|image) (and|with|plus) depth;
            (dense)? depth supervision; (stereo|monocular) 3d object")
        .yes(&["We present monocular depth estimation for caves.", "Stereo Matching under Water"])
        .no(&["The depth of the network matters; we give an in-depth analysis of network depth."]),
    tag("visual-localization", "Visual localization", "Finds where a camera is: pose regression, relocalisation, place recognition.")
        .strong("\
            (visual|camera|image based|global|vehicle|retrieval based|lidar|metric|map based|cross view|indoor|geo|visual place|cross view
            geo|uav|self) (localization|localisation|relocalization|re localization|relocalisation|place recognition|geo
            localization|geolocalization); (camera|absolute|direct|object|6d|6dof|6 dof|6d object|category level|spacecraft|relative
            camera|novel object|category level object) pose (estimation|regression|regressor|tracking|prediction); place recognition; geo
            localization; geolocalization; geolocation; posenet; camera (calibration|relocalization); scene coordinate regression;
            perspective n point; hand eye calibration; extrinsic calibration; visual positioning;
            map based (navigation|localisation); image based (localization|localisation);
            satellite pose")
        .normal("\
            pose regression; relocalization; camera localization; loop closure; object pose; 6dof; 6d pose; indoor localization; camera
            (localization|pose estimation|auto calibration); auto calibration;
            aerial map*; (absolute|horizontal) position; map database; geo referenc*")
        .weak("=GPS; localization (accuracy|system|error|method); camera pose")
        .not("\
            (sound|source|temporal|action|moment|fault|landmark|crowd|weakly
            supervised|object|text|lesion|anomaly|bug|image|event|defect|tumor|seizure|forgery|polyp)
            (localization|relocalization|localisation); (camera) pose ..2 (free|control|conditioned); temporal localization; known camera
            poses;
            human pose regression")
        .yes(&["We regress camera pose and present a new place recognition network.", "Visual Localization without Maps"])
        .no(&["We study fault localization in programs."]),
    tag("slam", "SLAM & odometry", "Builds a map while finding the own place in it; visual or lidar odometry.")
        .strong("\
            (visual|monocular|lidar|dense|semantic|rgb d|stereo|dynamic|neural|gaussian|collaborative|inertial|visual inertial|event
            based|active|real time|online|splatting|radar|object|multi robot) (=SLAM|slam|odometry); visual inertial
            (odometry|navigation|slam|system); simultaneous localization and mapping; simultaneous localisation and mapping; orb slam;
            =VIO; ego motion estimation; odometry; =*SLAM; slam (system|framework|method|backend|algorithm|approach);
            egomotion; ego motion estimation")
        .normal("=SLAM; ego motion; pose graph; loop closure; bundle adjustment")
        .weak("egomotion")
        .yes(&["Visual odometry for drones", "We present a SLAM system with dense maps.", "Depth and Egomotion at Dusk"])
        .no(&["A slam dunk is a move in basketball."]),
    tag("3d-reconstruction", "3D reconstruction", "Recovers 3D shape or structure: motion, multi-view stereo, surfaces, bodies, molecule maps.")
        .strong("\
            (3d|surface|scene|shape|mesh|multi view|dense|neural
            surface|human|body|face|facial|hand|object|indoor|urban|4d|volumetric|cryo =EM|dynamic scene|single view|single image
            3d|sparse view|building|clothed human|hair|geometry|3d scene|3d shape|cad|tomographic)
            (shape|scene|surface|object|face|human|body|hand|mesh|face)? reconstruction; reconstruct* (the)?
            (3d|surface*|scene*|shape*|mesh*|human*|geometry|dynamic|detailed|accurate|objects in 3d|a 3d); structure from motion; =SfM;
            multi view stereo; =MVS; photometric stereo; shape from (shading|silhouette|polarization|template); photogrammetry; =NeuS;
            (implicit|neural) surface*; room layout; shape (completion|recovery); =DUSt3R; =MASt3R; pointmap*; feed forward
            reconstruction; cryo (em|=EM) ..3 (reconstruction*|map*|volume*); 3d (morphable|face) model*; semantic scene completion;
            deformable shape model; cryogenic electron microscopy;
            visual geometry (transformer*|grounded|model*|=Transformer); =VGGT; textured 3d mesh; 3d (modeling|modelling) of;
            (plane|3d plane) (recovery|reconstruction); (freehand|sensorless|tracked) ..2 ultrasound reconstruction; sensorless 3d ultrasound; single view 3d;
            (curve|occupancy|cad model|wireframe) reconstruction; unsigned distance; reconstructing ..3 cad model*")
        .normal("\
            multi view geometry; (3d|shape) reconstruction*; scene geometry; 3d face; reconstructed (mesh|geometry|surface*); shape
            estimation; point cloud reconstruction; shape model; 3d pose and shape; structure recovery; bundle adjustment; occupancy
            prediction; (shape|surface|geometry|avatar|body|mesh|3d) recovery; recover* ..4 (3d|shape|geometry|surface|mesh|avatar);
            reconstruct* ..3 (3d|surface|geometry|avatar); multi view reconstruction; avatar (recovery|reconstruction|digitization);
            digitiz* ..4 avatar; (facial|face|head|human|body) ..1 reconstruction; (pose|object) and shape
            (optimization|estimation|reconstruction); shape optimization; 3d part (discovery|decomposition); implicit (object)? shape")
        .weak("\
            3d geometry; mesh; signed distance; camera parameters; 3d shape; 3d model; 3d structure; occupancy (prediction|network*)")
        .not("\
            (explicit|without|mri|image|ct|signal|video|self|mr) ..1 reconstruction; reconstruct 3d (body|human|hand) pose*")
        .yes(&["We present 3D reconstruction of clay pots from photographs.", "Structure from Motion at Night"])
        .no(&["The reconstruction loss is small, and MRI reconstruction is fast.", "From freehand ultrasound we estimate the length of bones."]),
    tag("view-synthesis", "View synthesis", "Renders new views or appearances of a captured scene or person.")
        .strong("\
            (novel|free|dynamic|new|neural|human|sparse) (view|viewpoint) (synthesis|rendering|generation); view synthesis; novel view*;
            (neural|free viewpoint|articulated neural|deferred neural|view dependent|bullet time|volumetric|real time neural|gaussian)
            rendering; =NeRF; =*NeRF; (neural)? radiance field*; (gaussian|3d gaussian|4d gaussian|2d gaussian) splatting; =3DGS; =4DGS;
            =2DGS; light field (rendering|synthesis|reconstruction|angular); free viewpoint; image based rendering; relighting; splatting;
            plenoptic; view interpolation; novel viewpoint synthesis")
        .normal("\
            render* (new|novel|photorealistic|unseen|from any); radiance; neural scene representation*; volume rendering; rendering
            quality; (differentiable|inverse|physically based) rendering; appearance (rendering|acquisition)")
        .weak("render; renderer; rendering")
        .not("\
            novel view (of|on|that);
            (atmosphere|spectral|unbiased) radiance; radiance (observation*|estimat*)")
        .yes(&["Gaussian Splatting for Small Rooms", "We propose a radiance field for novel view synthesis."])
        .no(&["The authors take a novel view of ethics? No, of the law."]),
    tag("point-cloud-analysis", "Point cloud analysis", "Classifies, completes or learns on point clouds as such.")
        .strong("\
            point cloud
            (classification|completion|analysis|learning|understanding|recognition|processing|denoising|upsampling|network*|representation*|pre
            training|pretraining|feature*|generation|sampling|convolution*|attention|transformer*|quality|simplification|encoder*|model*|data
            analysis|self supervised|normal estimation|downsampling|restoration|domain adaptation|attack*|embedding*|backbone*|masked);
            =PointNet; =*PointNet; =PointNet; =ModelNet40; =ScanObjectNN; modelnet; (3d shape|3d object|shape)
            (classification|recognition|retrieval); point (set|cloud) (deep)? learning; (3d)? point cloud* ..2 (pre training|self
            supervised); (learning|networks|convolution*|network) (for|on) 3d? point cloud*; (shape|point cloud|point set|3d) completion;
            shape completion; 3d point cloud (analysis|understanding|recognition); point cloud (module|backbone|operator*)")
        .normal("\
            point set; for 3d point cloud*; shape understanding;
            point cloud (object|objects|transformer*|network*|backbone*|learning);
            point cloud* ..1 (registration|descriptor*)")
        .weak("point cloud; shapenet; (3d|unordered) point cloud*")
        .not("\
            (sparse|lidar|radar|from|on) ..2 point cloud*; point cloud
            (registration|compression|segmentation|map*|reconstruction|sequence*|imagery|and imagery); (single modality|only|both|the)
            point cloud*; depth completion; scene completion; (semantic) scene completion;
            (image|text|code|task|prompt|sentence|auto|story|dialog*|query) completion; object completion (rate|time)")
        .yes(&["We propose graph convolution for point cloud classification.", "Point Cloud Completion by Mirrors"])
        .no(&["The car sees lidar point clouds."]),
    tag("mapping", "Mapping & networks", "Extracts lanes, HD maps, road or other curvilinear networks.")
        .strong("\
            lane (detection|boundary|boundaries|marking*|line*|graph*|segmentation|topology|level map*|estimation); (hd|high
            definition|vectorized|online hd|semantic|online) map*
            (construction|generation|learning|estimation|update*|prediction|creation|building)?; (road|network|vessel|curvilinear|road
            network|centerline|river|tubular) (network|structure|graph)? (extraction|tracing|topology extraction|graph extraction);
            (hd|=HD) map*; road network*; road (extraction|graph|detection|topology|boundary); curvilinear; polyline*; vectorized map; bev
            map; online map*; building footprint extraction; map (construction|vectorization);
            curb detection")
        .normal("\
            road map; centerline; map element; road surface; structured map; building footprint*; openstreetmap; road (network|layout)")
        .weak("road; polyline; topology; footprint; cartograph*; lane")
        .not("\
            (concept|feature|depth|attention|saliency|self organizing|activation|semantic|heat|mind|density|road user*|knowledge) map*
            (generation|prediction|estimation|learning|construction)?; semantic map*; road (user*|safety|traffic|map
            to|condition*|anomal*|sign*|scene*|map for|accident*); lane (change|keeping|changing);
            cognitive map; polyline path")
        .yes(&["We present lane detection at dusk.", "Online HD map construction from cameras"])
        .no(&["Road users beware: lane changes ahead, with a roadmap."]),
];
