//! Networks and models.

use super::super::{TagRow, tag};

/// From CNN to prompts and adapters, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[TagRow] = &[
    tag("cnn", "CNN", "Built of convolutional networks.")
        .strong("\
            (propose*|present*|design*|train*|use*|using|employ*|adopt*|develop*|based on|introduce*|via) ..3 (convolutional (neural)?
            (network*|net|nets|architecture*|encoder*)|=CNN|=CNNs|convnet*); (fully|graph
            free|dilated|1x1|deformable|depthwise|separable|octave|dynamic|sparse|continuous|3d|2d|spatio
            temporal|customized|residual|densely|lightweight|new|deep|multi scale|cascaded|detection) (=CNN|convolutional (neural)?
            network*|convolutions|convnet*); (modified|customized|improved|pretrained|pre trained|trained|fine tuned|our|based) (u
            net|unet|resnet*|densenet|vgg*|efficientnet*|mobilenet*|inception|yolo*|convnext*|=ResNet*|=CNN*); (=U =Net|unet|resnet|u
            net|densenet|efficientnet|mobilenet|=CNN|convolutional) (based|style|like)
            (model*|network*|architecture*|method*|approach|framework); =*RCNN; convolutional
            (sequence|decoder|detection|stain|architectures|autoencoder|blocks); 3d deep residual; (based on|architecture
            of|using|employ*|adopt*|via|from|use of|as) ..3 (=ResNet*|=DenseNet*|=VGG*|=UNet*|=U
            =Net*|=EfficientNet*|=MobileNet*|=YOLO*|=Inception*); (faster|mask|cascade) r? =CNN; (faster|mask|cascade) =RCNN; (fine
            tuned|modified|pretrained|pre trained) ..1 =ResNet*")
        .normal("\
            convolutional (neural)? (network|net|architecture|layer|model|encoder|backbone|block|filter|feature|decoder|pose);
            convolution; convolutions; =CNN; =*CNN; convnet; fully convolutional; resnet; =ResNet50; =ResNet18; =ResNet101; vgg; =VGG16;
            =VGG19; densenet; efficientnet; mobilenet; =MobileNetV2; =EfficientNet =B0; unet; =nnUNet; =UNet; u net; =YOLOv5; =YOLOv8;
            =YOLOv4; =YOLOv3; yolo*; inception v3; xception; convnext; alexnet; dilated convolution; deep residual; =nnU; retinanet;
            convolutional; 1d convolution*; 3d convolution*; spatio temporal convolution*; temporal convolution* (network*)?; convolution
            layer; =DenseNet; squeeze and excitation; (=ResNet*|=UNet*|=DenseNet*|=VGG*) ..2 (backbone|model|architecture|network|as);
            =DenseNet*; =ResNet* ..1 architecture; 2d and 3d convolution*")
        .weak("\
            kernel size; pooling layer; receptive field; residual network; convolution layer; channel wise; backbone; dense layer")
        .not("\
            graph convolution*; (traditional|standard|graph|self adaptive graph|convolution free|adaptive graph|from)
            (convolution*|=CNN*); graph convolutional; (transformer*|=ViT*) ..2 (=CNN*|convolution*); graph convolutional networks; graph
            convolutional network;
            =DGCNN; =VGGT*; =VGGSfM;
            (as|using|from|via|on|with) ..3 =VGGT*")
        .yes(&["We propose a convolutional neural network for tiles.", "A Cascaded U-Net: CNN Layers that Fit"])
        .no(&["Convolutional networks were common ten years ago.", "We use graph convolution.", "We prune DGCNN and probe VGGT."]),
    tag("transformer", "Transformer", "Built of transformers.")
        .strong("\
            (vision|visual|swin|video|diffusion|spatial|temporal|spatio temporal|hierarchical|pure|detection|image|multi
            scale|cross|point|graph|causal|masked|decoder only|encoder decoder|multimodal|cross
            modal|lightweight|efficient|deformable|time series|state space|pyramid|tabular|hybrid|linear|looped|geometry|audio|token|long
            context|sparse|autoregressive|dual|unified) (attention)? transformer*; transformer
            (based|architecture*|network|encoder*|decoder*|block*|layer*|model*|backbone*|framework|training|variant*|inference|language|self
            attention|circuit*|design*); =DETR; =*DETR; =DiT; =DiTs; =*DiT; =*former; =*Former; transformers; mmdit; =MMDiT; segformer;
            swin; (with|using|by|via|of) (a|an|the)? transformer")
        .normal("\
            transformer; vit; attention head*; rotary; (=GPT2|=GPT =2|gpt 2); encoder decoder transformer; self attention ..4
            (layer|block|encoder|architecture); diffusion transformers; rotary position*; transformer attention; (multi head|multihead)
            (self|cross)? attention; =*ViT; =*ViTs; =ViT; =ViTs; (use|using|pre trained|pretrained|fine tun*|model|checkpoint) ..3 =T5;
            =BERT")
        .weak("\
            token; positional embedding; =KV cache; patch token; cross attention; positional encoding; self attention; multi head
            attention; visual token*; =T5; =RoBERTa")
        .not("\
            (power|electrical|distribution|voltage|current|spatial|high voltage) transformer*
            (fault*|oil|station*|network*|load*|winding*|monitoring|substation*|rating)?; (spatial) transformer network*; (and|cnn
            and|=CNN and|or|than|unlike|over) transformer*; =Former; (sentence|generative pre trained) transformer*;
            (quadratic|cost|complexity|computational) ..4 self attention; token mixing")
        .yes(&["We propose a vision transformer without convolutions.", "Swin for Seas: Transformer Layers"])
        .no(&["Monitoring electrical transformer stations."]),
    tag("gan", "GAN", "Built of generative adversarial networks.")
        .strong("\
            (propose*|present*|design*|train*|use*|using|employ*|adopt*|develop*|based
            on|introduce*|conditional|leverag*|novel|wasserstein|cycle consistent|condition*|via|pretrained|a deep|deep|cyclic) ..2
            (generative adversarial (net|nets|network*|framework|model*|learning)|=GAN|=GANs|cyclegan|=CycleGAN|=*GAN);
            (=GAN|=StyleGAN|=StyleGAN2|=StyleGAN3)
            (inversion|based|latent*|prior*|training|generator*|model*|framework|architecture*|compression); generator and (a)?
            discriminator; (standard|module is a) cyclegan")
        .normal("\
            =GAN; =*GAN; generative adversarial; stylegan*; =StyleGAN2; cyclegan; pix2pix; discriminator; adversarial generat*;
            adversarial image (translation|synthesis); biggan; =WGAN; adversarial loss; generator ..4 discriminator; stylegan inspired; power of generative
            adversarial network*; generative adversarial network* (trained|to|with|for)")
        .weak("generator; adversarial learning; adversarially")
        .not("domain discriminator")
        .yes(&["We propose a generative adversarial network that knits.", "CycleGAN for Cheese"])
        .no(&["GANs were once the fashion.", "An organ began to play."]),
    tag("autoencoder", "Autoencoder", "Built of autoencoders, variational ones included.")
        .strong("\
            (variational|masked|denoising|sparse|convolutional|stacked|vector quantized|deep|adversarial|conditional
            variational|disentangled|latent|video|3d|graph|semantic|vq
            variational|conditional|representation|tokenizing|causal|image|adversarial|joint|quantized) (auto
            encoder*|autoencoder*|autoencod*); =VAE; =VAEs; =*VAE; =*VAEs; =CVAE; =VQGAN; =VQ =VAE; =MAE pre*; (an|the|a) (auto
            encoder|autoencoder); autoencoder (based|network|architecture|framework|model)")
        .normal("\
            autoencoder; auto encoder; =SAE; =SAEs; masked image model*; =VQ; evidence lower bound; =MAE;
            (video|image|visual|1d|discrete|continuous) tokenizer")
        .weak("encoder decoder; reconstruction error; bottleneck")
        .not("\
            =MAE (of|value*|and|by|reduction|score*|from|=RMSE|was); (=RMSE|and|of|an|average|in) =MAE;
            mean absolute error; =MAE (of|and|score|error)")
        .yes(&["We train a variational autoencoder on notes.", "Masked Autoencoders for Roofs"])
        .no(&["The mean absolute error (MAE) was low: an MAE of 2."]),
    tag("diffusion", "Diffusion", "Built of diffusion models or flow matching.")
        .strong("\
            (latent|denoising|image|video|text to image|stable|conditional|pretrained|pre trained|score
            based|guided|generative|discrete|masked|multi view|3d|autoregressive|text to video|probabilistic|controllable|one step|few
            step|cascaded|rectified|large|guided
            latent|causal|motion|audio|continuous|absorbing|inpainting|personalized|unified|trajectory|language|graph|semantic|step|human|
            point|driven|consistent|reverse|world|large
            language) (diffusion|flow matching)
            (model*|transformer*|probabilistic|prior*|based|polic*|process|sampling|framework|backbone*|generation|language|network*|
            architecture*|large|bridge*|llm*|features|planner|inference|pipeline|training)?;
            diffusion
            (model*|based|transformer*|polic*|prior*|probabilistic|process*|framework|generat*|sampl*|backbone*|generator*|inpaint*|bridge*|
            language|features|planner*|distillation|steps|schr*|guidance|forcing|llm*|=LLM*|network*|pipeline|u
            net|inference|training|feature*|in|denois*|driven|autoencoder*|timestep*); flow matching; rectified flow; stable diffusion;
            score matching; score distillation; =DDPM; =DDIM; =LDM; =SDXL; controlnet; =ControlNet; =FLUX; consistency model*; =DiT;
            =DiTs; =MMDiT; =*Diffusion; classifier free guidance; =CFG; =SDS; denoising step*; =dLLM; =dLLMs; =*DiT; schrodinger bridge;
            meanflow; =MeanFlow")
        .normal("\
            diffusive; denoising (process|network|trajectory|timestep*); noise schedule; reverse process; latent noise; diffusion; video
            diffusion; few step ..3 diffusion")
        .weak("\
            denoising; sampling step; flow based; guidance; text to image; text to video; video generation; generative prior*; t2i; =T2I")
        .not("\
            (anisotropic|heat|information|innovation|thermal|technology|isotropic|reaction|nonlinear|perona
            malik|knowledge|molecular|drug|news|rumor|water|error|opinion|graph heat|cultural|ion|label|network) diffusion; diffusion
            (=MRI|mri|weighted|tensor|coefficient*|equation*|imaging|of
            (innovation*|technolog*|information|news)|=PDE*|filter*|filtering|rate*|on graph*|constant*|limit*|length|lm|approximation);
            advection diffusion; convection diffusion; reaction diffusion; drift diffusion; error diffusion; text to image
            (person|retrieval|re identification); (additive|network|information|signal) diffusion (block|layer|module)?")
        .yes(&["We train a latent diffusion model on hats.", "Flow Matching for Fish"])
        .no(&["Diffusion MRI of nerves and diffusion coefficients."]),
    tag("normalizing-flow", "Normalising flow", "Built of normalising flows or other invertible networks.")
        .strong("\
            (normalizing|normalising|conditional|invertible|autoregressive|masked autoregressive|glow|conditional normalizing|continuous
            normalizing|discrete normalizing|generative) flow*; invertible
            (neural|network*|flow*|rescaling|residual|generative|architecture*|transformation*|block*); =INNs; flow based
            (generative|model*|density|prior); =CNF; tarflow*; =TARFlow; =RealNVP; =INN; realnvp")
        .not("conditional flow matching")
        .yes(&["We fit a normalizing flow to leaves.", "Invertible Neural Networks"])
        .no(&["The flow of rivers is normal."]),
    tag("autoregressive", "Autoregressive", "Generates step by step, each step from those before.")
        .strong("\
            (visual|image|video|masked|next
            scale|long|unified|block|multimodal|causal|conditional|language|large|semi|continuous|pure|hybrid|discrete|3d|parallel|
            streaming|mesh|token|fully|interleaved|diffusion|pre
            trained|world|audio|decoder only) (autoregressive|auto regressive|=AR)
            (model*|generation|generative|transformer*|video|image|modeling|modelling|diffusion|decod*|framework|training|prediction|
            paradigm|approach|synthesis|visual|generator*|rollout*|language|inference|llm*|vision|world|pre
            training|pretraining|backbone*|architecture*)?; (autoregressive|auto regressive)
            (model*|generation|generative|transformer*|video|image|modeling|modelling|diffusion|decod*|framework|training|prediction|
            paradigm|approach|synthesis|visual|generator*|rollout*|language|inference|vision|world|manner|generat*|text|action|speech|mesh|
            next|token*|planner|policy);
            autoregressively; next (token|scale|frame|patch|block) (prediction|autoregressive|generation|predict*); autoregression; =VAR
            (model*|based|framework); visual autoregressive; =AR (model*|generation|video|diffusion|image|visual|transformer*|paradigm);
            pixelcnn")
        .normal("autoregressive; auto regressive; causal language modeling; sequential token*")
        .weak("decoder only; teacher forcing")
        .not("\
            (non|nonauto|vector|than|over) (autoregressive|auto regressive|regressive) (decod*|generat*|model*|manner|translation)?;
            autoregressive (coefficient*|moving|integrated|time series|process*|noise|order); vector autoregressive;
            (large|most|current|traditional|existing) (autoregressive) (language|large|llm*); autoregressive (=MLLM*|=LLM*|=VLM*|llm*);
            auto regressive model* (and|are) ..3 widely;
            =AR (content|headset*|glasses|application*|experience*|interface*); multimodal =AR")
        .yes(&["We draw by autoregressive image generation.", "Next-Scale Prediction of Songs"])
        .no(&["Non-autoregressive decoding is fast."]),
    tag("implicit-field", "Implicit field", "Built of neural or implicit fields: NeRF, signed distance.")
        .strong("\
            =NeRF; =NeRFs; =*NeRF; =*NeRFs; neural radiance (field*|representation); radiance field*; (neural|deep|local|learned) implicit
            (representation*|function*|surface*|field*|shape*|network*|neural|scene|map*); implicit (neural)?
            (representation*|field*|surface*|function*|shape*|scene|geometry|network*|volumetric); signed distance
            (field*|function*|network*); =SDF; =SDFs; =*SDF; =TSDF; neural field*; occupancy (network*|field*); coordinate based
            (network*|=MLP*|mlp*|neural|representation*); neural (signed|distance|scene representation*|volume
            rendering|volumetric|surface field*); hash (grid|encoding); instant ngp; tri plane*; =DeepSDF; =SIREN; =NeuS; deformation
            field* ..4 (implicit|canonical|nerf); plenoxel*; unsigned distance field*; k planes")
        .normal("\
            implicit representation*; volume rendering; volumetric rendering; volumetric representation; coordinate network*; implicit
            decoder; =INRs; =INR")
        .not("\
            implicit (bias|function
            theorem|regularization|gradient*|differentiation|feedback|reward*|hate|attitude*|assumption*|knowledge|reasoning|representation
            of|cot|chain|surface integral|maximum); (over|than|unlike|like|as|methods like|such as|existing|compared to|of)
            (=NeRF|nerf*|=NeRFs); =NeRF (based)? methods; =SDF (file*|loss|timing);
            (hierarchical|medical) volumetric representation")
        .yes(&["We fit a neural radiance field to rooms.", "Signed Distance Functions of Cups"])
        .no(&["There is an implicit bias in surveys."]),
    tag("gaussian-splatting", "Gaussian splatting", "Built of Gaussian splats.")
        .strong("\
            gaussian splat*; =3DGS; =4DGS; =2DGS; (3d|4d|2d|anisotropic|dynamic|feed forward|pixel
            aligned|canonical|neural|animatable|deformable|semantic|feature|per pixel|surfel|language|learnable)
            (gaussian|gaussians|splatting)
            (splat*|primitive*|representation*|avatar*|scene|blob*|model|field*|head|based|surfel*|attributes|parameters|map*|points|
            kernel*|rendering)?;
            splatting; gaussian (primitive*|avatar*|surfel*|head avatar*|slam|=SLAM|scene|field*|attributes|opacity); splat; splats;
            gaussians ..4 render*; =GS (based|slam|representation*)")
        .weak("=*GS")
        .not("\
            (2d|isotropic|anisotropic|multivariate|dynamic|learnable|neural|3d) gaussian
            (kernel*|noise|blur|filter*|distribution*|mixture*|heatmap*|process*|random|prior|beam*|mask*|smoothing|function|network*);
            feature splatting; =EGS; =*NGS; =*INGS; =*AGS")
        .yes(&["We map rooms by 3D Gaussian splatting.", "4DGS of Dancers"])
        .no(&["A Gaussian kernel and a Gaussian mixture."]),
    tag("gnn", "Graph network", "Built of graph neural networks.")
        .strong("\
            graph (neural|convolution*|attention|transformer*|isomorphism|network*|message|based neural|autoencoder*|contrastive|reasoning
            (network|module)|recurrent|diffusion network*|encoder*|u net|cnn*|sage|pooling|foundation model*|representation
            learning|net|nets|learning|=NN|structure learning|kolmogorov)
            (convolution*|network*|neural|net|nets|layer*|passing|module*|operation*|kernel|model*|block*)?; =GNN; =GNNs; =*GNN; =*GNNs;
            =GCN; =GCNs; =*GCN; =GAT; =GATs; =GraphSAGE; message passing (neural|network*|layer*|=GNN|scheme*|on); hypergraph
            (neural|convolution*|network*|attention|learning); =ST =GCN; heterogeneous graph (attention|neural|network*|transformer*);
            relational graph; spatio temporal graph*; edgeconv; =MPNN; graphormer")
        .normal("\
            graph convolution; message passing; graph reasoning; graph representation; graph and convolution*; (3d|spatial) and graph
            convolution*; graph convolutions")
        .weak("graph; edge feature; graph based")
        .not("\
            graph (neural network)? (matching|cut*|learning of) (algorithm*)?; message passing
            (interface|=MPI|system*|program*|concurren*|protocol*|library|communication|algorithm*);
            message passing (solver*|scheme*|interface); =GAT =IT")
        .yes(&["We predict motion by graph convolutional networks.", "Message Passing Neural Networks for Salt"])
        .no(&["We plot a graph of sales."]),
    tag("rnn", "Recurrent network", "Built of recurrent networks, LSTM included.")
        .strong("\
            (propose*|present*|design*|train*|use*|using|employ*|adopt*|develop*|based
            on|introduce*|hierarchical|stacked|bidirectional|convolutional|blurring|novel|attention based|combin*|with|via|based|and) ..1
            (recurrent (neural)?
            (network*|net|model*|architecture*|unit*|attention|refinement)|=LSTM|=LSTMs|=GRU|=RNN|=RNNs|=ConvLSTM|=BiLSTM|long short term
            memory); =ConvLSTM; =BiLSTM; (hierarchical|deep|multi blurring) recurrent; (=LSTM|=GRU|=RNN)
            (based|network*|model*|encoder*|decoder*|cell*|layer*|architecture*); =RWKV; =xLSTM; reservoir computing; echo state; liquid
            neural; recurrent (all pairs|neural network|network|attention network*|world|transformer*|memory|state|policy|unit|network
            that|model*|depth)")
        .normal("\
            =LSTM; =GRU; =RNN; long short term memory; recurrent (network|neural|layer|unit|architecture|feature); recurrently; recurrent;
            gated recurrent; recurrence")
        .not("\
            (cancer|tumor|disease|stroke|event|biochemical) recurrence; recurrent
            (event*|disease*|cancer|stroke|theme*|pattern*|problem*|issue*|question*|novae); recurrence
            (relation*|plot*|risk|rate*|free|prediction|time*|interval*);
            recurrent state")
        .yes(&["We use an LSTM for turns.", "A Recurrent Neural Network that Knits"])
        .no(&["The recurrence relation is a recurrent theme."]),
    tag("state-space", "State space model", "Built of state space models such as Mamba.")
        .strong("\
            mamba; =Mamba2; =*Mamba; =Mamba3; (selective|structured|visual|linear|deep|neural|diagonal) state space* (model*)?; state
            space (model*|layer*|duality|transformer*|sequence); =SSM; =SSMs; =S4; =S5; =VMamba; vision mamba; selective scan; deltanet;
            gated delta* net*; state space (context*|modeling|modelling|structure|fusion|scan*)")
        .yes(&["We segment with Mamba.", "Visual State Space Models of Sand"])
        .no(&["The state of the space station."]),
    tag("vision-language-model", "Vision-language model", "Built of or about models over images and text together, MLLM included.")
        .strong("\
            vision language (model*|foundation|action|pre
            training|pretraining|representation*|pretrained|transformer*|alignment|large|task*|reasoning|navigation
            model*|understanding|system*|agents|pretraining|planner|models); (multimodal|multi modal)
            (large|language|foundation|llm*|=LLM*|large language|small language|generative pre|agent*|large reasoning|reasoning
            model*|reward model*|transformer*|pretrain*|instruction) (language|model*|models|reasoning|tuning)?; =VLM; =VLMs; =*VLM;
            =*VLMs; =MLLM; =MLLMs; =*MLLM; =*MLLMs; =LVLM; =LVLMs; =VLA; =VLAs; =*VLA; =VLP; visual language model*; vision and language
            (model*|=V|pretrain*|pre train*|transformer*|bert); large vision language; (video|visual|vision) (large
            language|=LLM|=LLMs|language|llm*) model*; =Video =LLM*; video language model*; vilbert; lxmert; =LLaVA; =*LLaVA; llava*;
            =QwenVL; =BLIP; =BLIP2; =InternVL; =InternVL3; =GPT4V; =GPT =4V; flamingo; visual instruction tuning; =V =L
            (model*|representation*); image text (model|pretrained|foundation); gpt 4o ..6 (image*|visual*|vision); multimodal models;
            mllm; vlm; unified multimodal (model*|understanding|generation); =UMM; =UMMs; embodied foundation; =Qwen =VL; omnimodal; omni
            modal; =VL model*;
            video language model*")
        .normal("\
            multimodal model; visual instruction; large multimodal; multimodal understanding; multimodal reasoning; visual language;
            language vision; =BLIP; unified understanding; vision language; =Qwen2 ..2 =VL; =Qwen3 =VL; =Qwen =VL; video language
            (model|pre training); (built on|based on|fine tun*) ..3 (=Qwen* ..2 =VL|=LLaVA*|=InternVL*|=BLIP*); =LMMs; large multimodal
            model*")
        .weak("image text; multimodal; =CLIP; gpt 4o; gemini; cross modal pretrain*; =GPT =4o")
        .not("\
            (multimodal|multi modal) (transformer|trajectory|distribution*|posterior*|optimization|registration);
            =VLP 16; velodyne =VLP")
        .yes(&["We probe vision-language models.", "Multimodal Large Language Models at School"])
        .no(&["A multimodal posterior has two modes."]),
    tag("foundation-model", "Foundation model", "Built on large pre-trained encoders such as CLIP, DINO or SAM.")
        .strong("\
            (vision|visual|medical|pretrained|pre trained|geospatial|large|pathology|robot|robotic|image|video|time
            series|3d|geometric|remote sensing|segmentation|self
            supervised|tabular|graph|brain|biological|audio|speech|eeg|generalist|general
            purpose|radiology|earth|world|language|scientific|multimodal|wireless|depth|ecg|cell|single
            cell|embodied|universal|interactive segmentation|geometry|driving|domain
            specific|unified|reconstruction|eeg|using|leverag*|adapt*) foundation (model*|encoder*|backbone*|stereo|vision|segmentation);
            =*CLIP; =DINOv2; =DINOv3; =SAM2; =SAM3; =*SAM; segment anything; grounding dino; =SigLIP; =SigLIP2; =MedSAM; (clip|=CLIP)
            (based|model|features|embedding*|guided|encoder); =DepthAnything; depth anything; =DUSt3R; =VGGT; =BiomedCLIP; contrastive
            language image; =SAM =2; large pretrained encoder*")
        .normal("\
            pre trained (vision|visual) (encoder|model|backbone); large scale pretrained; =ALIGN; vision encoder; foundation model*;
            =CLIP; =DINO; =SAM; (frozen|pretrained|pre trained|large) (vision|visual|image) (encoder|backbone|model)")
        .weak("large scale pre training; zero shot; pretrained encoder")
        .not("\
            sharpness aware ..3 =SAM; =SAM (=Audio); (=LLM|llm|language) foundation; (foundation model*) (such as
            gpt|era|provider*|developer*|companies|transparency|governance); video (clip|clips); (gradient|weight|short|audio|reward|norm)
            clip*; foundation model? (have|era); (=CLIP|clip) (similarity|score*|metric); (=FID|=DINO|and) =CLIP; =SAM (optimizer);
            =FSAM; =CSAM; =PSAM; =DSAM; =MSAM; =RSAM")
        .yes(&["We adapt SAM to scans.", "What CLIP Sees: a Foundation Model at Work"])
        .no(&["Sam found a video clip; the foundation of the house is firm."]),
    tag("mixture-of-experts", "Mixture of experts", "Built of experts among which a gate chooses.")
        .strong("\
            mixture of (expert*|=LoRA*|lora*|depth*|specialist*|transformer*); =MoE; =MoEs; =*MoE; expert
            (routing|parallelism|selection|choice|pruning|merging|specialization|activation); sparse expert*; mixtures of experts; expert
            gating; multi expert; (sparse|routed|shared|gated) expert*; =MoT")
        .normal("\
            gating network; (expert|token) router; (diverse|multiple|two|parallel|specialized|skill diverse) experts; expert
            (aggregation|learning strategy); (temporal|spatial) expert")
        .not("\
            multi expert (ensemble|framework|paradigm|adversarial|knowledge|attack)")
        .yes(&["We train a mixture of experts.", "Sparse MoE for Sounds"])
        .no(&["Domain experts labelled it."]),
    tag("prompt-adapter", "Prompts & adapters", "Adapts by prompts, adapters or low-rank updates.")
        .strong("\
            =LoRA; =LoRAs; =*LoRA; =QLoRA; low rank (adaptation|adapter*);
            (visual|soft|learnable|continuous|context|automatic|deep|prefix|multi modal|learned|discrete|adaptive) (visual)? prompt*
            (tuning|learning|optimization|engineering|generation|token*|pool|embedding*|selection|encoder)?; prompt
            (tuning|learning|engineering|optimization|pool|adaptation|template*|driven|guided); parameter efficient (fine
            tuning|finetuning|adaptation|tuning|transfer); =PEFT; (lightweight|residual|visual|plug in|task specific|plug and
            play|spatial|domain|temporal|ip|=IP|side|modality|small|trainable|bottleneck|geometry|image|efficient|low cost|feature|cross
            modal|mask) adapter*; adapter (tuning|based|module*|layer*|training); adapters; prefix tuning; textual inversion; visual
            prompting")
        .normal("soft token*; efficient fine tuning; promptable; learnable prompt*")
        .not("\
            (jailbreak*|adversarial|harmful|malicious|text|user|input|textual|toxic|creative|complex|given|test|image|same|long|input|text
            to image|safety|benign|attack|per|a|single) prompt*; network adapter*")
        .yes(&["We tune LoRA weights on tiny machines.", "Visual Prompt Tuning for Plants"])
        .no(&["A prompt reply is polite; prompt injection is not."]),
];
