//! The facet `method`: what the work is built of.

use super::{Entry, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[Entry] = &[
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
            convolutional network")
        .yes(&["We propose a convolutional neural network for tiles.", "A Cascaded U-Net: CNN Layers that Fit"])
        .no(&["Convolutional networks were common ten years ago.", "We use graph convolution."]),
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
            and|=CNN and|or|than|unlike|over) transformer*; =Former; (sentence|generative pre trained) transformer*")
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
            adversarial image; biggan; =WGAN; adversarial loss; generator ..4 discriminator; stylegan inspired; power of generative
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
        .not("=MAE (of|value*|and|by|reduction|score*|from|=RMSE|was); (=RMSE|and|of|an|average|in) =MAE")
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
            (large|most|current|traditional|existing) (autoregressive) (language|large|llm*); autoregressive (=MLLM*|=LLM*|=VLM*|llm*)")
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
            (=NeRF|nerf*|=NeRFs); =NeRF (based)? methods; =SDF (file*|loss|timing)")
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
            (interface|=MPI|system*|program*|concurren*|protocol*|library|communication|algorithm*)")
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
            (relation*|plot*|risk|rate*|free|prediction|time*|interval*)")
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
            modal; =VL model*")
        .normal("\
            multimodal model; visual instruction; large multimodal; multimodal understanding; multimodal reasoning; visual language;
            language vision; =BLIP; unified understanding; vision language; =Qwen2 ..2 =VL; =Qwen3 =VL; =Qwen =VL; video language
            (model|pre training); (built on|based on|fine tun*) ..3 (=Qwen* ..2 =VL|=LLaVA*|=InternVL*|=BLIP*); =LMMs; large multimodal
            model*")
        .weak("image text; multimodal; =CLIP; gpt 4o; gemini; cross modal pretrain*; =GPT =4o")
        .not("(multimodal|multi modal) (transformer|trajectory|distribution*|posterior*|optimization|registration)")
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
            clip*; foundation model? (have|era); (=CLIP|clip) (similarity|score*|metric); (=FID|=DINO|and) =CLIP; =SAM (optimizer)")
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
    tag("kernel-method", "Kernel method", "Built of kernels: support vector machines, Gaussian processes and kin.")
        .strong("\
            support vector*; =SVM; =SVR; gaussian process*; kernel
            (method*|machine*|ridge|regression|density|trick|=PCA|=RX|alignment|target|mean|embedding*|learning|two
            sample|approximation|based
            (method*|learning)|herding|matrix|principal|hilbert|extension|stein|classifier*|logistic|discrepancy|interpolat*|perspective);
            reproducing kernel; =RKHS; random fourier feature*; maximum mean discrepancy; =MMD; neural tangent kernel; =NTK;
            (multiple|graph|string|rbf|=RBF|radial basis|mercer|nonlinear|quantum|deep) kernel*; radial basis function*; =GPR; =SVMs;
            learning the kernel")
        .normal("kernelized; gaussian kernel; kernel function; support vector; nystrom")
        .weak("kernel")
        .not("\
            (convolution*|convolutional|large|blur|gpu|=GPU|linux|cuda|=CUDA|operating
            system|small|dynamic|=OS|triton|attention|fused|smoothing|degradation|estimation|filter|graph convolution|adaptive|linear
            attention|semiconductor|os|deformable|gaussian|compute|custom|3x3|optimized|3d|sparse|efficient|hardware|inference|=GEMM|gemm|high
            performance|device|unikernel|multiscale|tile|single|fast|deep|novel|custom =CUDA|new) kernel*; kernel
            (size*|prediction|generation|launch*|optimization|fusion|development|code|level|driver*|module*|fuzz*|bug*|space|estimation|
            engineer*|implementation*|bypass|synthesis|perform*|fuse*|that
            uses|execution*|panic|design|writing|programming|library|libraries|time|weights); blur kernel*; graph convolution kernel*")
        .yes(&["We fit a support vector machine.", "Gaussian Processes for Ponds"])
        .no(&["A GPU kernel and a convolution kernel of size 3."]),
    tag("tree-ensemble", "Trees & ensembles", "Built of decision trees, forests, boosting or ensembles.")
        .strong("\
            random forest*; gradient boost*; =XGBoost; xgboost; =LightGBM; lightgbm; =CatBoost; decision tree*; adaboost; boosted
            (tree*|decision); regression tree*; isolation forest; bagging; extra trees; =GBDT; tree ensemble*; stacking ensemble;
            extremely randomized")
        .weak("ensemble learning")
        .not("\
            (canonical|grand|statistical|microcanonical|data|climate|microphone|ortho|weather|forecast|ground truth|kalman) ensemble*")
        .yes(&["We train a random forest on soil.", "Gradient Boosting for Prices"])
        .no(&["We beat others without an ensemble, boosting the score."]),
    tag("clustering", "Clustering", "Groups data into clusters.")
        .strong("\
            (k means|spectral|deep|hierarchical|subspace|density based|agglomerative|online|multi
            view|unsupervised|graph|3d|feature|image|self|fuzzy|deep
            subspace|ensemble|constrained|joint|pseudo|semantic|soft|face|data|optimal|trajectory|adaptive|document|text|dynamic|token|
            similarity|latent|node|fair)
            (clustering|clusterings); clustering (algorithm*|method*|based|framework|approach*|module|loss|assignment*); k means; =DBSCAN;
            =HDBSCAN; kmeans; cluster assignment*; pseudo labels ..4 clustering; clusters (a|neurons|the|set|input*|features|similar);
            mean shift; community detection; cluster centers; (it|network) ..5 clusters; prototype clustering; k medoids; deepcluster;
            biclustering")
        .normal("clustered; mixture model; gaussian mixture; clustering; (perform|via|by|through|and|using) clustering")
        .not("clustering (coefficient*|effect*)")
        .yes(&["We find groups by spectral clustering.", "K-means without Means"])
        .no(&["A GPU cluster of eight nodes."]),
    tag("low-rank", "Low rank & subspaces", "Built of low-rank models, tensors, subspaces or manifolds.")
        .strong("\
            low rank
            (tensor*|matrix|matrices|representation*|approximation*|decomposition*|factorization*|prior*|model*|structure*|projection*|
            constraint*|completion|recovery|regulariz*|subspace*|component*|update*|decompos*|factor*|bottleneck|and
            sparse|compression|training|parameteri*|nature|minimi*); principal component*; =PCA; =ICA; =SVD; singular value*; tensor
            (decomposition*|completion|factorization*|train|ring|network*|robust|product
            decomposition|nuclear|singular|model*|methods|rank|structure); (matrix|nonnegative matrix|non negative matrix|tucker|=CP|cp)
            (factorization*|completion|decomposition*); manifold
            (learning|regulariz*|alignment|embedding|optimization|hypothesis|based|constrained|projection|structure*|geometry|of|learn*);
            riemannian; grassmann*; stiefel; nuclear norm; robust =PCA; (deep|embedding|low dimensional) manifold*; subspace
            (learning|clustering|projection|method*|analysis|tracking|alignment); =NMF; diffusion map*; independent component analysis;
            linear discriminant analysis; low rank; canonical correlation; hyperbolic
            (space|geometry|embedding*|neural|representation*|learning|contrastive|graph); non euclidean; lie group*; =UMAP; spectral
            decomposition; eigenvector*; =tSNE dimension*; laplacian eigenmap*; eigenface*")
        .normal("\
            subspace; manifold; orthogonal projection; rank deficien*; intrinsic dimension*; kronecker; dimensionality reduction")
        .weak("tensor; low dimensional; eigen*")
        .not("\
            low rank (adaptation|adapter*|adaptor*|=LoRA); (tensor) (core*|processing
            unit|parallel*|shape*|program*|flow|compiler*|board|accelerator*|computation*|rt|operation*|field|diffusion
            imag*|language*|imaging); diffusion tensor; structure tensor; low dimensional (control|state)")
        .yes(&["We complete a low-rank tensor.", "Manifold Learning of Smiles"])
        .no(&["Tensor cores run low-rank adaptation fast."]),
    tag("sparse-coding", "Sparse coding", "Built of sparse codes or learned dictionaries.")
        .strong("\
            sparse (coding|representation*|code*|dictionary|dictionaries|recovery|approximation|autoencoder*|regression|reconstruction
            prior|signal|prior*|linear|unmixing|bayesian|optimization|component analysis|modeling); dictionary
            (learning|based|atoms|pair|update); (semantic|learned|overcomplete|coupled|convolutional|feature|deep) dictionar*;
            convolutional sparse; compressed sensing; compressive sensing; =ISTA; matching pursuit; l1 (norm|regulariz*|minimi*); lasso;
            sparse autoencoder*; =SAEs; =LISTA; =FISTA; =KSVD; =K =SVD; group sparsity")
        .normal("sparsity constraint*; sparsity prior; sparsity induc*")
        .weak("dictionary")
        .not("\
            sparse
            (attention|view*|reward*|point*|tensor*|matrix|matrices|3d|data|label*|annotation*|mixture|=MoE|expert*|convolution*|lidar|
            depth|retriev*|input*|query|queries|voxel*|gradient*|update*|supervision|sampling|observation*|graph*|model*|training|inference|
            signals|adversarial|activation*|token*|sensor*|kernel*|feature*|control|keyframe*|set|user*|interaction*|network*|measurement*|
            pruning|computation|and|or|subset|prune*|=GPU|architecture|outdoor|neural|motion|landmark*|map*|event*|sensing|rewards);
            dictionary (attack*|of words|definition*|lookup)")
        .yes(&["We learn a dictionary by sparse coding.", "Dictionary Learning on Stones"])
        .no(&["Sparse views and sparse rewards."]),
    tag("bayesian", "Bayesian & uncertainty", "Built of probabilistic models, or models uncertainty.")
        .strong("\
            bayesian*; bayes; variational inference; (uncertainty|aleatoric uncertainty|epistemic uncertainty|predictive uncertainty|model
            uncertainty|level uncertainty|evidential uncertainty)
            (estimation|quantification|aware|modeling|modelling|calibration|guided|propagation|uncertainty|uncertainties|weighted|based|
            calibrated|estimates|prediction|driven|decomposition|estimator*|informed|variance|awareness);
            (aleatoric|epistemic) uncertaint*; uncertainty estimat*; monte carlo (dropout|=MC|sampl*|tree
            free|variational|marginal*|integrat*); mc dropout; =MCMC; markov chain monte carlo; conformal
            (prediction|inference|risk|calibration|method*|set*); (confidence|model|network|probability|post
            hoc|temperature|=LLM|sequence) calibration; calibration (error|of (individual|=STR|model*|classif*|confidence|neural)); =ECE;
            probabilistic
            (model*|graphical|inference|framework|approach|programming|embedding*|formulation|circuit*|forecast*|prediction*|generative|
            reasoning|confidence|regression|logic|deep|representation*|neural|method*|occupancy|fusion|label|head);
            graphical model*; markov random field*; conditional random field*; =CRF; =CRFs; =MRF; hidden markov; =HMM; gaussian process*;
            posterior (sampling|distribution*|inference|estimation|approximation|probabil*); expectation maximization; =EM algorithm;
            gaussian mixture (model*); =GMM; dirichlet; evidential (deep|learning|uncertainty|fusion|regression); maximum a posteriori;
            thompson sampling; credible interval*; factor graph*; miscalibrat*; overconfiden*; variational bayes; predictive distribution*")
        .normal("\
            prior distribution; probability distribution; stochastic model; latent variable model; confidence estimat*; probabilistic
            (model|confidence|region|framework); calibrat* ..3 (confidence|model*|probabil*); uncertainty; particle filter*; uncertainty
            (map*|pattern*|aware|analysis|estimat*)")
        .weak("gaussian distribution; monte carlo")
        .not("\
            (camera|extrinsic|intrinsic|sensor|hand eye|radiometric|color|without prior|geometric|stereo|lidar
            camera|photometric|pose|instrument|=BCI|prior|self|online|system|projector|detector|quantization|spatial|robot|eye
            tracker|phase|field|device|=IMU) calibration; (camera|well|un) calibrated; monte carlo tree search;
            (political|economic|regulatory|scientific|legal|under|policy) uncertainty; denoising diffusion probabilistic; diffusion
            probabilistic; naive bayes; data (uncertainty)?; bayesian (game*|nash|persuasion|player*|agent*|equilibri*|optimization)")
        .yes(&["We quantify uncertainty by Bayesian nets.", "Conformal Prediction for Cakes"])
        .no(&["Camera calibration is done first."]),
    tag("optimal-transport", "Optimal transport", "Built on optimal transport.")
        .strong("\
            optimal transport*; wasserstein
            (distance*|metric*|loss|barycenter*|space|gradient|flow*|distribution*|discriminator|ball|autoencoder*|adversarial|geometry|
            robust*|=GAN|gan|kernel|generative|alignment|distributionally|proximal);
            wasserstein; earth mover*; sinkhorn; gromov wasserstein; =OT (based|plan*|problem*|map*|distance|alignment|framework);
            schrodinger bridge*; sliced wasserstein; kantorovich; mass transport; monge")
        .not("=WGAN =GP; wasserstein (generative|gan|=GAN|adversarial|auto*|=GANs|loss|discriminator)")
        .yes(&["We align sets by optimal transport.", "Sinkhorn on Slopes"])
        .no(&["Public transport is optimal at noon."]),
    tag("frequency-domain", "Frequency domain", "Works on Fourier, wavelet or other frequencies.")
        .strong("\
            (frequency|fourier|spectral|wavelet|time frequency|spatial frequency|frequency spatial|sub band|subband|multi frequency|high
            frequency|dual frequency)
            (domain*|transform*|component*|space|loss|aware|feature*|analysis|decomposition|decoupl*|guided|attention|spectrum|spectra|
            neural|ptychograph*|based|band*|information|perspective|enhance*|learning|modulation|pyramid|prompt*|cue*|bias|fusion|
            coefficient*|wavelet|separation|convolution*|adaptive|operator*|encoding|representation*|detail*|network*|level*|selective|
            filter*|decompos*|mixing);
            wavelet*; fourier
            (transform*|domain|feature*|neural|series|analysis|descriptor*|space|spectrum|phase|basis|based|coefficient*|slice|mellin);
            =FFT; =DCT; discrete cosine; =DWT; (fast|discrete|short time) fourier; frequency domain; phase spectrum; amplitude spectrum;
            gabor wavelet*; scattering transform; spectral (bias|domain|analysis|method*); focal frequency")
        .normal("\
            fourier; frequency; sub band; spectral (filter*|graph); (high|low) frequency
            (component*|detail*|information|feature*|texture*)")
        .weak("gabor")
        .not("\
            random fourier features;
            (radio|word|term|high|low|event|class|occurrence|sampling|control|update|user|carrier|resonan*|operating|trading|update|cpu|
            =CPU|clock|call|query|token|relative|document|heart|allele|update|heading|data)
            frequency (trading|of
            (use|occurrence|events|updates)|identification|difficult|word*|token*|sampl*|control*|class*|term*|data|behavio*|radio|
            communication*|interact*|comb|electronic*|band*)?;
            low frequency (difficult|class*|word*); fourier ptychograph*; spectral
            (clustering|imaging|image*|signature*|norm*|unmixing|efficiency|super|resolution|band*|information|data|reflectance|camera*|
            measurement*|graph
            theory|type*|gap|radius|index|indices); multi spectral")
        .yes(&["We denoise in the wavelet domain.", "A Fourier Transform for Fur"])
        .no(&["Radio frequency tags with low sampling frequency."]),
    tag("topology", "Topology", "Uses topological data analysis or topological constraints.")
        .strong("\
            persistent homolog*; topological (data
            analysis|constraint*|feature*|loss|reasoning|approach|prior*|structure*|information|descriptor*|correctness|error*|consistency|
            invariant*|signature*|representation*|deep|machine|summary|summaries|regulari*|accuracy|awareness|analysis|persistence|neural);
            betti; persistence (diagram*|loss|barcode*|image*|landscape*); topology
            (preserving|aware|constrained|loss|preservation|guided|consistent); homology; simplicial complex*; =TDA; euler characteristic;
            sheaf; mapper graph*; cellular complex*; cell complex*; morse complex")
        .normal("topologically")
        .weak("topological; topology")
        .not("\
            (network|communication|lane|graph|road|wiring|interaction|agent|mesh|grid|the dag|=DAG|multi
            agent|hardware|tree|map|correct|ring|vessel|system|lane graph|social|reasoning|skeleton|surface|complex|of
            the|mas|learning|right|circuit|=GPU|cluster|scene|arbitrary|dynamic|centerline|interconnect|cloud|dag|structural|airway)
            topolog*; topolog* (changes|properties of the (local|under*)|of (the|lane*|network*|agent*)|reasoning among|map*|ical map*);
            topological (map*|navigation|graph*|order*|sort*|properties of|insulator*|quantum|and geometric|and semantic|properties of
            the|qubit*|phase*|defect*|relation*); geometric and topological; network topologies")
        .yes(&["We use persistent homology of trees.", "Topological Data Analysis of Tiles"])
        .no(&["The network topology is a ring."]),
    tag("attention-module", "Attention module", "Built around an attention block that is not a transformer.")
        .strong("\
            (channel|spatial|coordinate|pyramid|squeeze and excitation|dual|non local|triplet|criss cross|pixel|axial|sub band
            pyramid|cross scale|residual|spatial channel|self gated|hybrid|multi scale|soft|convolutional|global context|channel and
            spatial|spatial and channel|position|mixed|recurrent|temporal attention|graph free|efficient|large
            kernel|additive|hard|parallel|contextual|feature|attentive|frequency|bidirectional|multi layer|spatial
            temporal|progressive|edge|guided|local|second order|reverse|region) attention
            (module*|mechanism*|block*|network*|gate*|unit*|net|layer*|based|branch*|map*|fusion|pooling|weights|method*|guided|modules|models|u
            net); attention (module*|block*|gate*|unit*|u net|unet|network*|branch|pooling|based
            (fusion|feature|module|network|decoder*|aggregation|multiple|mil|pooling|neural)|guided|augmented|fusion|gating|residual|
            enhanced|driven
            network); (channel|spatial) attention; =CBAM; squeeze and excitation; non local (block*|module*|network*|neural); attentive
            (module*|network*|fusion|feature*|pooling); recurrent attention; =SENet; squeeze excitation")
        .normal("\
            attention mechanism*; co attention; attention layer; self attention (module*|mechanism*|block*); cross attention;
            (region|modality|spatial|joint|shared|pixel|semantic|gated|hierarchical|position*|axis|multi axis|2d 3d|cross
            modal|bilateral|part) ..1 attention; attention (gated|gating|maps|mapping)")
        .weak("attention map; attends to; attention based; attention weight")
        .not("\
            (visual|human|driver|much|research|great|significant|increasing|growing|considerable|more|pay|paid|draw|drawn|received|gained|
            attracted|attracting|extensive|little|most|special|joint|public|academic|selective|overt|sustained|of|limited|less|recent|wide|
            attract*|receiv*|gain*|garner*|draw*|intense)
            attention; through attention; graph attention; attention based decoders; multi head attention; (heterogeneous)? graph
            attention network*; (human|driver) ..2 attention; cross attention ..4 (transformer|diffusion|=DiT|=LLM)")
        .yields_to(&["transformer"])
        .yes(&["We add a channel attention module.", "Attention Gates for Gates"])
        .no(&["Nets received much attention; drivers pay attention to roads."]),
    tag("hashing", "Hashing", "Built of learned binary codes or hash functions.")
        .strong("\
            (deep|image|cross modal|unsupervised|supervised|learning to|semantic|online|locality sensitive|video|perceptual|product|semi
            supervised|multi view|neural|locality|binary|deep supervised|contrastive|geometric|consistent|spatial) hash*; hash
            (code*|function*|encoding|layer|learning|grid|table encoding|network*|center*|bit*|head); hashing
            (method*|network*|layer|for|algorithm*|based|framework|model*|approach*|by|is|with); binary
            (code*|hash*|embedding*|descriptor*); hamming (space|distance|rank*); hashing; simhash; minhash")
        .not("\
            spatial hash*; hash grid; hash encoding; (multi resolution|multiresolution) hash*; (cryptographic|password) hash function*;
            hashed")
        .yes(&["We learn hash codes for images.", "Deep Hashing of Hats"])
        .no(&["Cryptographic hash functions and hash tables."]),
    tag("mathematical-optimization", "Mathematical optimisation", "Solves a stated optimisation problem: convex, combinatorial, variational.")
        .strong("\
            frank wolfe; =ADMM; alternating direction method; alternating (minimization|optimization|direction); (convex|non
            convex|nonconvex|combinatorial|bi level|bilevel|multi level|constrained|discrete|integer|quadratic|linear|mixed
            integer|semidefinite|variational|global|numerical|robust|nonlinear|routing|multi objective|multiobjective|black box|stochastic
            programming|conic|distributionally robust|topology|primal dual|minimax|second order cone|submodular|dynamic|nonlinear
            least|evolutionary|sequential|bayesian|trajectory|derivative free|riemannian|energy|gradient based|zeroth
            order|simulation|portfolio|saddle point|pseudo boolean)
            (optimization|optimisation|program*|relaxation*|minimization|minimisation|least squares|assignment|solver*); energy
            (minimi*|function*) ..4 (minimi*|optimi*|graph|solv*)?; graph cut*; (integer|linear|quadratic|dynamic|semidefinite|mixed
            integer linear) programming; =MILP; =ILP; simulated annealing; (genetic|evolutionary|metaheuristic|swarm|particle swarm|ant
            colony) (algorithm*|optimi*|search); genetic algorithm*; particle swarm; proximal
            (gradient|operator*|algorithm*|point|method*|splitting|alternating); primal dual; (total|second order) variation
            (regulari*|minimi*|denois*|model); total variation; gauss newton; levenberg marquardt; =QUBO; lagrangian
            (multiplier*|relaxation|dual*|method*|optimi*); augmented lagrangian; hungarian algorithm; projected gradient; traveling
            salesman; vehicle routing; branch and (bound|cut|price); minimum cost flow; bundle adjustment; stochastic optimization;
            interior point; =SAT solver*; optimal control; unrolled optimization; multi level optimization; minimizes an energy; simplex
            method; game theoretic optim*; =LQR")
        .normal("\
            optimization problem; constrained optimization; optimi* algorithm; energy minimi*; heuristic search; variational
            (model|method|formulation|framework); numerical optimization; regularized inverse; (formulat*|cast*|solv*|pose*|fram*) ..8
            (optimization|minimization|maximization|integer|energy|assignment) ..1 (problem|objective|program);
            (optimization|minimization|maximization) (algorithm|objective|procedure); jointly optimi* ..6
            (pose*|parameter*|geometry|depth|surface); evolutionary (search|optimi*|testing); gradient ascent; robust =PCA ..8
            (=ADMM|optimi*|solv*|minimi*); (convex|non convex|nonconvex|combinatorial|bilevel|constrained|integer|quadratic|mixed
            integer|variational|optimal control) (problem|formulation)")
        .weak("optimization; iterative optimization; minimiz*; constraint; closed form")
        .not("\
            (group relative|proximal|policy|direct|preference|direct preference|relative|prompt|hyperparameter|network|search
            engine|performance|code|model|kernel|compiler|query|memory|training|dataset|cost|resource|data|inference|token|reward|
            instruction|workflow|process|system|joint|end
            to end|bayesian|end|layout|design|weights) (policy)? optimization; policy optimization; bayesian optimization; (linear|object
            oriented|pair|functional|genetic|probabilistic|agentic|ai|logic) programming
            (language*|assistant*|interface*|model*|education|course*|task*|contest*|problem*); non convex (loss)?; (dynamic|competitive)
            programming (language*|contest*|problem*); bayesian (program*|framework|formulation|problem*);
            (dynamic|robust|sequential|trajectory|global|evolutionary|simulation|numerical|discrete|linear|topology)
            (framework|problem*|formulation)")
        .yes(&["We solve it by ADMM.", "Graph Cuts and Convex Relaxations"])
        .no(&["Policy optimization by search engines."]),
];
