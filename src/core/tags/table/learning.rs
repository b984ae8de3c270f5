//! The facet `learning`: how the work learns.

use super::{TagRow, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[TagRow] = &[
    tag("self-supervised", "Self-supervised", "Learns from signals that the data itself gives.")
        .strong("\
            (self supervised|selfsupervised|self supervision) ..2
            (method*|approach*|framework|train*|learn*|pre|pretrain*|loss*|manner|task*|model*|fashion|objective*|paradigm|setting|strategy|
            signal*|representation*);
            masked (image|video|autoencod*|auto|point|feature|language|motion|graph|signal|data|patch)
            (model*|encod*|autoencod*|reconstruct*); pretext task*; (=DINO|=DINOv2|=SimCLR|=MoCo|=BYOL|=MAE) (pre*|style|based|objective)")
        .normal("\
            self supervised; self supervision; selfsupervised; pretext; bootstrap your own latent; masked prediction; masked
            (language|multi modal|multimodal|token|video|image) (modeling|modelling|learning|pretraining|prediction)")
        .weak("=SSL")
        .not("\
            self supervised (vision)? (foundation|transformer backbone|backbone*|=ViT*|encoder*); semi and self supervised")
        .yes(&["We propose a self-supervised method for pears.", "Masked Image Modeling of Roofs"])
        .no(&["Self-supervised learning has become popular. We propose counting.", "We need no supervision but that of our boss."]),
    tag("semi-supervised", "Semi-supervised", "Learns from few labels and much that has none.")
        .strong("\
            semi supervised ..2
            (method*|approach*|framework|train*|learn*|segment*|model*|fashion|manner|setting*|classif*|detect*|task*|medical|object|
            semantic|domain|few);
            (labeled|labelled) and unlabel* (data|image|sample|example|video|set); pseudo label* ..6 unlabel*; unlabel* ..4 pseudo label*")
        .normal("\
            semi supervised; semisupervised; mean teacher; pseudo label ..3 consistency; limited (label|annotation) ..4 unlabel*;
            (small|few|sparse|limited) ..4 label* ..8 unlabel*")
        .weak("unlabeled; unlabelled; pseudo label; consistency regularization; =SSL")
        .not("=SSL (self|pretrain*|method|model|backbone|pre|representation*|objective*|encoder*)")
        .yes(&["We present a semi-supervised framework for pears.", "Semi-Supervised Segmentation of Roofs"])
        .no(&["Semi-supervised learning is old. We propose counting."]),
    tag("weakly-supervised", "Weakly supervised", "Learns from labels that say less than what is predicted.")
        .strong("\
            (weakly|weak|box|scribble|point|image level|webly|partially|sparsely) (supervised|supervision) ..2
            (method*|approach*|framework|train*|learn*|segment*|localiz*|localis*|detect*|model*|manner|fashion|setting*|object|semantic|
            video|temporal|instance|domain|medical|action|instance);
            multiple instance learning; image level (label|annotation|supervision|class label|tag); (scribble|bounding box|slide
            level|video level|point) (label|annotation|supervision) ..3 (only|alone|train*|learn*|supervis*)")
        .normal("\
            weakly supervised; weak supervision; weak label; weakly annotated; weakly labeled; =WSSS; =WSOD; =WSOL; =MIL; partial label;
            scribble; coarse label; slide level label; video level label; sparse annotation; point supervision; point annotation; noisy
            text supervision; weakly labelled; =WSS; =WSL; (box|point|image|video|slide|scene) level (label|annotation|supervision|tag);
            box annotation")
        .not("fully and weakly supervised")
        .yes(&["We propose weakly supervised learning of pears.", "Multiple Instance Learning for Roofs"])
        .no(&["The signal is weak. We supervise nobody."]),
    tag("unsupervised", "Unsupervised", "Learns without labels.")
        .strong("\
            (unsupervised|unsupervisedly) ..2
            (method*|approach*|framework|train*|learn*|segment*|registration|clustering|anomaly|manner|fashion|model*|depth|optical|image|
            object|person|video|detection|representation*|feature*|denois*|reconstruct*|algorithm*|restoration|network*|way|discover*|
            disentangl*|loss*|setting|hashing|deep|3d);
            label free ..2 (train*|learn*|method*|approach*)")
        .normal("\
            unsupervised; without (any)? (label|annotation|supervision|ground truth|manual annotation|paired data); annotation free;
            without ..3 (labeled|paired|annotated) data; no (label|supervision|annotation) (is|are)? (need*|requir*|used); unsupervisedly;
            unsupervised setting")
        .not("\
            unsupervised (cross)? (domain|source|test|multi source|open set|adaptation) ..3 adapt*; unsupervised (=DA|adapt*|=UDA);
            (supervised|semi supervised) (and|or) unsupervised; unsupervised (and|or) (semi)? supervised; unsupervised ..4 domain adapt*;
            unsupervised pre*; outperform* ..3 unsupervised; unsupervised domain")
        .yes(&["We propose an unsupervised method for pears.", "Unsupervised Registration of Roofs"])
        .no(&["Unsupervised Domain Adaptation of Roofs", "Children play unsupervised. We count pears."]),
    tag("contrastive", "Contrastive", "Learns by telling what belongs together from what does not.")
        .strong("\
            contrastive ..2
            (learn*|loss*|train*|objective*|framework|pretrain*|pre|self|method|module|align*|regulariz*|regularis*|supervision|
            representation*|distillation|strategy|task|paradigm|approach|model*|term|clustering|language|image|embedding|tuning|decoding|
            constraint*);
            (=InfoNCE|infonce|=NCE) (loss|objective)?;
            contrastive ..1 triplet; supervised contrastive")
        .normal("\
            contrastive; contrastively; contrast learning; negative pair; positive pair; =SimCLR; =MoCo; noise contrastive; negative
            sample*; hard negative; triplet loss;
            contrasting; prototypical contrast*")
        .not("\
            contrastive language image; (contrastive vision language|contrastive) (=VLM*|model like|model such); contrastive decoding;
            contrastive predictive; hard negative; triplet loss; negative sample*")
        .yes(&["We add a contrastive loss for pears.", "Contrastive Learning of Roofs", "Prototypical Contrasting of Pears"])
        .no(&["Contrast-enhanced pears are seen."]),
    tag("few-shot", "Few-shot", "Learns from a few examples of a class, or none.")
        .strong("\
            (few|one|zero|low|any|generalized zero|generalised zero) shot ..2
            (learn*|classif*|segment*|detect*|recogni*|method*|approach*|setting*|generali*|transfer*|task*|object|image|action|adapt*|
            framework|inference|model*|semantic|face|font|anomal*|manner|fashion|composed|image|video|text|prompt*|class*|3d|6d|personaliz*|
            novel|evaluation|depth|scenario*|stereo|point|tracking|medical|cross|domain|counting|customiz*);
            (few|one) (example|exemplar|support image|labeled example)")
        .normal("\
            few shot; one shot; =ZSL; =FSL; =GZSL; =FSCIL; =OSL; 1 shot; 5 shot; k shot; zeroshot; unseen (class*|categor*); novel class;
            base class; few example; few sample; limited sample; training free; small number of (example|sample|annotation|label); zero
            shot; in context learning")
        .not("\
            (zero|one|few) shot (detector =SSD|multibox|lens|camera*|imag* (system*)); training free; small number of; unseen; novel class
            discovery; (zero|one|few) shot (prompt*|=CoT|=LLM*|baseline*);
            novel class of; one shot pruning")
        .yes(&["We propose a few-shot method for pears.", "Zero-Shot Classification of Roofs"])
        .no(&["A single-shot detector sees pears.", "One shot rang out."]),
    tag("transfer-learning", "Transfer learning", "Carries what was learnt for one task to another.")
        .strong("\
            transfer learning; transfer learned; (fine tune*|finetun*|fine tun*) ..3 (pre trained|pretrained|imagenet|foundation) ..2
            (model*|network*|weights|backbone*|encoder*|=CNN*|=VLM*|=LLM*|language|vision|detector|transformer*|diffusion); (pre
            trained|pretrained|pretraining) on ..4 (and|then)? (fine tune*|finetun*|transferr*); (pre trained|pretrained) (on|with)
            imagenet; parameter efficient (fine tuning|finetuning|transfer|adaptation|tuning); (knowledge|model) transfer; cross task
            transfer; cross modal transfer; sim to real transfer; imagenet (pre trained|pretrained|weights|pretraining); transferred
            learning")
        .normal("\
            transferabl*; pre train*; pretrain*;  transferr* ..3
            (knowledge|feature|representation|model); (pre trained|pretrained) ..3 (checkpoint|=GPT*|=BERT*|=T5*|=ResNet*|=Inception*);
             retrained on")
        .weak("\
            fine tun*; finetun*;
            =PEFT; =LoRA")
        .not("\
            contrastive language image pre*; (supervised|instruction|reinforcement|preference) (fine tun*|finetun*); (pre
            train*|pretrain*) ..2
            (diffusion|text|video|vision|visual|foundation|language|image|=CLIP|=VLM*|=LLM*|=MLLM*|generative|model*|encoder*|=VAE|=ViT|
            stable|=GAN|network*|feature*);
            without ..3 (fine tun*|finetun*|train*); (fine tun*|finetun*)
            (free|on|with|of|to|is|and|methods|strategy|strategies|stage|or|the|data*); transferabl*; (pre train*|pretrain*)")
        .yes(&["We use transfer learning for pears.", "Transfer Learning for Roofs"])
        .no(&["The money transfer was learnt of late.", "We use no other weights."]),
    tag("domain-adaptation", "Domain adaptation", "Adapts from a source domain to a target domain.")
        .strong("\
            domain (adaptation|adaption|adaptive|alignment|transfer|discrepanc*|translation); (unsupervised|source free|test time|sim to
            real|sim2real|synthetic to real|online|continual test time|cross domain|day to night) adaptation; =UDA; =SFDA; =TTA; test time
            (train*|adapt*); adapt* ..4 (target|new|unseen) domain; adaptation to the target; (sim|synthetic|simulation) to real
            (gap|transfer|adaptation|domain|shift|discrepancy); sim2real; target domain ..12 source domain; source domain ..12 target
            domain")
        .normal("\
            domain invariant; target domain; domain adversarial; sim to real; reality gap; domain bridg*; test time adaptation; domain
            augment*; (adapt|adapts|adapting|adapted|adaptation) (to|from|across|for) ..3 domain*; cross domain
            (recognition|performance|adaptation|transfer|detection|segmentation|learning|gesture|object|few)")
        .weak("cross domain")
        .not("\
            domain adapt* (pretraining|pre training|language|=LLM*); adapt* to ..3 domain* (and|or) (task*|dataset*); adaptive ..2 domain")
        .yes(&["We propose domain adaptation of pears.", "Test-Time Adaptation for Roofs"])
        .no(&["We work in the frequency domain. People adapt."]),
    tag("out-of-distribution", "Out of distribution", "Detects, or generalises to, what lies outside the training distribution.")
        .strong("\
            (out of distribution|=OOD) ..2
            (detect*|generali*|robust*|sample*|data|example*|shift*|perform*|scenario*|setting*|test*|input*|object*|benchmark*|evaluation|
            image*);
            domain (generali*|generaliz*|randomi*); (single domain|cross domain) generali*; open set
            (recogni*|detect*|classif*|segment*|semi|domain|test|object); open world (recogni*|detect*|object|learning|segment*);
            (distribution|distributional|covariate) shift; domain generaliz*; generali* to unseen domain*; generali* (across|to) ..2
            domain*")
        .normal("\
            out of distribution; =OOD; unseen domain; distribution shift; open set; cross dataset generali*; cross domain generali*;
            common corruption; novelty detection; natural shift;
            =DG (method*|framework*|setting*|task*|benchmark*); (improve|improving|for) =DG; domain agnostic (subnetwork|representation*|feature*)")
        .weak("domain shift")
        .yes(&["We study out-of-distribution detection of pears.", "Domain Generalization for Roofs", "We learn a domain-agnostic subnetwork and so improve DG of roofs."])
        .no(&["The distribution of pears runs out."]),
    tag("continual", "Continual", "Learns one thing after the other without forgetting.")
        .strong("\
            (continual|lifelong|life long|incremental)
            (learn*|object|semantic|few|train*|adapt*|test|pre*|tuning|unlearn*|segment*|class|domain|visual); (class|task|domain)
            incremental; (continual|incremental|lifelong) ..2 learning; =FSCIL; =CIL; =DIL; exemplar replay; rehears* ..3 buffer;
            lifelong (knowledge|learning|editing)")
        .normal("\
            continual; continually; incremental learning; streaming data; experience replay; sequence of tasks;
            (mitigat*|overcom*|prevent*|alleviat*|without|reduc*|avoid*) ..2 forgetting")
        .weak("forgetting; online learning; catastrophic forgetting; continuous learning")
        .not("online learning (platform*|course*|material*|environment*)")
        .yes(&["We propose continual learning of pears.", "Class-Incremental Roofs: Learning in Steps"])
        .no(&["Rain is continual. We forget nothing."]),
    tag("active", "Active learning", "Chooses which data are to be labelled.")
        .strong("\
            active (learn*|domain adapt*|annotation|label*|sampling|data selection|selection|test time); (annotation|labeling|labelling)
            budget; human in the loop ..3 (label*|annotat*|learn*); query strateg*; acquisition function*; core set selection; coreset
            selection; (informative|valuable) samples ..4 (annotat*|label*)")
        .normal("\
            actively (select*|quer*|label*|annotat*); most informative sample*; uncertainty sampling; efficient ..2 annotation; annotation
            efficien*; (interactive|cost effective) annotation; active learner; interactive machine learning; corrective annotation")
        .weak("human in the loop")
        .yes(&["We propose active learning of pears.", "Active Learning for Roofs"])
        .no(&["An active contour runs round the pear."]),
    tag("federated", "Federated", "Learns over many clients without pooling their data.")
        .strong("\
            federated ..2
            (learn*|train*|averag*|optimi*|aggregat*|setting*|framework|client*|segment*|model*|domain|continual|unlearn*|semi|self|prompt*|
            fine|adapt*|multi*|vision|graph|distill*|analy*|medical|setup|foundation|data|inference);
            =FL (framework*|system*|setting*|method*|client*|algorithm*|model*); =FedAvg; =Fed*; split learning; swarm learning")
        .normal("federated; =FL; decentrali* (learn*|train*)")
        .not("=Federal*; =Fed (by|with|into|to); =Federation*")
        .yes(&["We propose federated learning of pears.", "Federated Learning for Roofs"])
        .no(&["The federal republic has many clients."]),
    tag("meta-learning", "Meta-learning", "Learns how to learn.")
        .strong("\
            meta (learn*|train*|optimi*|learner*|knowledge|initiali*|gradient*|update*|network*|task*|objective|adaptation|test*|few
            shot|auxiliary|weight*|label*); metalearn*; learn* to learn; =MAML; =ProtoNet*; model agnostic meta*; hypernetwork*; hyper
            network*; episodic train*; prototypical network*; bi level optimi*")
        .normal("episodic; bilevel optimi*; prototypical; meta network")
        .not("episodic memor*; bi level optimi*; hypernetwork*; hyper network*; episodic; prototypical; bilevel optimi*")
        .yes(&["We propose meta-learning of pears.", "Learning to Learn about Roofs"])
        .no(&["We present a meta-analysis of pears.", "Metadata are given."]),
    tag("multi-task", "Multi-task", "Learns several tasks together.")
        .strong("\
            (multi task|multitask|multiple task) ..2
            (learn*|train*|model*|network*|framework|setting*|approach*|architecture*|loss*|method*|optimi*|objective*|head*|vision|dense|
            system|perception|deep|transformer*|formulation|manner|fashion|supervis*|pre*|strategy|=RL|reinforcement|paradigm|prediction|
            pipeline);
            (joint|jointly|simultaneous|simultaneously)
            (learn*|train*|perform*|predict*|estimat*|solv*|optimi*|detect*|segment*|address*|tackl*) ..6 tasks; auxiliary task*; =MTL;
            task (balancing|interference|weighting|conflict*); single (model|network|framework) for (multiple|several|many|various) tasks;
            (both|two|three|all) tasks (jointly|simultaneously|together)")
        .normal("\
            multi task; multitask; joint (learning|training) of; jointly (learn*|train*) ..6 and; auxiliary
            (loss|head|supervision|branch); (unif*) ..4 (multiple|diverse|several|various) tasks; end to end joint; jointly
            (train*|learn*) ..6 (and|model); joint learning; concurrently (model*|learn*|predict*|perform*); (simultaneously|jointly)
            (predict*|localize|segment*|detect*|classify) ..4 and")
        .not("auxiliary (loss|head|supervision|branch); joint (learning|training) of; end to end joint; (unif*) ..4 tasks")
        .yes(&["We train a multi-task network for pears.", "Multi-Task Learning for Roofs"])
        .no(&["We solve many tasks, one per day."]),
    tag("knowledge-distillation", "Knowledge distillation", "Trains a student by a teacher.")
        .strong("\
            (knowledge|self|feature|data|dataset|cross
            modal|online|relational|logit*|policy|score|progressive|consistency|adversarial|step|model|response|multi
            teacher|trajectory|on policy|diffusion|distribution
            matching|attention|vision|reverse|privileged|offline|representation|context|reasoning|mutual|guided|contrastive|label|
            structural|relation)
            (distill*|distilation); distill* ..4 (into|from|knowledge|student|teacher|to) ..4
            (model*|student|network*|teacher*|knowledge|encoder*); teacher student; student teacher; (teacher|student) (network|model*);
            distillation (loss|method*|framework|strategy|technique*|approach*|pipeline|process|stage|objective)")
        .normal("\
            teacher; student network; =KD; privileged information; co distillation; distilation; distillation; distill* ..3
            (knowledge|student|teacher|hindsight|model); self distillation")
        .weak("distill*; =DMD")
        .not("\
            (dataset|data) (distill*|condens*); distill* (water|insight*|lesson*|report*|the (key|main)|best practice*); mean teacher;
            teacher (train*|forcing|education|of)?; (students|student) (and|in) (teachers|school*|class*); score distillation")
        .yes(&["We propose knowledge distillation for pears.", "Feature Distillation for Roofs"])
        .no(&["Teachers wrote reports. Students read them."]),
    tag("reinforcement", "Reinforcement", "Learns from rewards.")
        .strong("\
            reinforcement (learn*|fine|finetun*|tuning|post|train*|signal*|based); (deep|multi
            agent|inverse|policy|hierarchical|online|offline|agentic) (reinforcement|=RL); =RL
            (train*|fine|finetun*|based|agent*|post|algorithm*|framework|optimi*|policy|policies|method*|stage|with|from|for|tuning|
            objective*|reward*|pipeline);
            =GRPO; =*GRPO; =*PO (train*|algorithm*); =RLVR; =RLHF; =DPO; =PPO; q learning; policy (gradient*|optimi*); direct preference
            optimi*; preference (optimi*|align*|learn*); verifiable reward*; actor critic; reward
            (function*|model*|design|signal*|shaping|optimi*|hack*); group relative policy")
        .normal("\
            reinforcement; =RL; markov decision process; =MDP; =DQN; =SAC; bandit; preference data; policy learning; self play;
            (reinforcement|policy) (fine tuning|training|evolution); policy (training|learn*); q function; value function ..4
            (policy|action); reward* (guided|distribution matching|forcing|based|weighted|driven)")
        .weak("reward")
        .not("\
            reward hack*")
        .yes(&["We propose reinforcement learning of pears.", "Roofs by Policy Gradients"])
        .no(&["Steel reinforcement of concrete is inspected."]),
    tag("noisy-labels", "Noisy labels", "Learns from labels that are partly wrong.")
        .strong("\
            (noisy|corrupted|incorrect|wrong|erroneous|noise in|mislabeled|mislabelled|inaccurate) ..2
            (label*|annotation*|supervision|correspondence*); label
            (noise|errors|corruption|ambiguity|refinement|correction|cleaning|uncertainty); (annotation|annotator|labeling|labelling)
            (noise|error*|disagreement|ambiguity); learning (with|from|under) noise; noise robust ..3 (loss*|train*|learn*); multi rater;
            inter annotator (variab*|disagree*); noisy correspondence")
        .normal("\
            noisy label; noisy annotation; mislabel*; noisy pseudo label; webly; (fuzzy|ambiguous|unclean|noisy|corrupted) ..1
            (label|annotation); noisy label data; correct* ..3 labels; overfitting ..4 noisy; unclean (data|label)")
        .weak("noisy data")
        .not("(pseudo) label (noise|refinement|errors|correction)")
        .yes(&["We learn from noisy labels: we propose a loss.", "Label Noise on Roofs"])
        .no(&["A noisy picture of pears is cleaned."]),
    tag("long-tail", "Long tail", "Copes with classes of very unequal size.")
        .strong("\
            (long tail|long tailed|longtail*) ..2
            (recogni*|distribut*|learn*|classif*|data*|object|detect*|segment*|problem|visual|class*|semi|image|setting*|scenario*|
            imbalance|tracking|instance|category|categories);
            (data|label|foreground background|distribution|category|sample|severe) imbalance; (minority|tail|rare|underrepresented)
            (class*|categor*); re balanc*; imbalanced regression")
        .normal("\
            long tail; long tailed; tail class; re weighting; oversampl*; focal loss; class (imbalance*|imbalanced|balanc*|rebalanc*);
            (imbalanced|unbalanced|skewed) (data*|class*|distribut*|label*|learning|train*|dataset*|domain|categor*|multi)")
        .weak("rare class")
        .not("long tail* of; focal loss; re weighting")
        .yes(&["We propose long-tailed recognition of pears.", "Class Imbalance on Roofs"])
        .no(&["The cat has a long tail."]),
    tag("metric-learning", "Metric learning", "Learns a measure of similarity.")
        .strong("\
            (metric|similarity|distance metric|deep metric|distance) learning;
            (triplet|siamese|margin|angular|arcface|cosface|proxy|quadruplet|center|pairwise ranking|ranking) (loss*|network*|based
            loss*|softmax); siamese (neural|net|nets|network*|architecture*|model|encoder|tracker*); learn* ..3
            (metric|similarity|embedding space); triplet*; =ArcFace; =CosFace; =DML; hyperbolic embedding*")
        .normal("\
            siamese; triplet; margin based; embedding distance; prototype*; similarity measure learn*; pull* ..5 (close*|together|near*);
            push* ..4 (apart|away); distance metric; (triplet|margin|ranking|proxy) ..2 loss")
        .not("\
            prototype*; triplet* (of|extraction|consist*|=RDF|recogni*|detect*|generat*|action|instrument); relation* triplet*;
            (knowledge|subject|semantic|image|data|video|training|surgical|action) triplet*; siamese (track*|cat*|transformer track*);
            triplets; learn* perceptual; evaluation metric; learning oriented")
        .yes(&["We propose deep metric learning of pears.", "A Siamese Network for Roofs"])
        .no(&["The metric system is used."]),
    tag("data-augmentation", "Data augmentation", "Makes new training data out of what there is.")
        .strong("\
            (data|image|dataset|feature|test time|auto|automatic|learned|strong|random|mixed
            sample|mix|style|adversarial|video|generative|geometric|synthetic|text|domain|training|color|semantic|gan based|point
            cloud|latent) (augment*|augmentation*); augmentation
            (method*|strateg*|techniq*|polic*|pipeline*|framework|approach*|scheme*|based|consistency|module|invarian*); mixup; cutmix;
            =CutMix; =MixUp; cutout; copy paste; randaugment; (augment*) ..4 training (data|set|images); autoaugment")
        .normal("augmentation")
        .weak("synthesi* training (data|image); augmented (data|sample|image|view|dataset|training)")
        .not("\
            (data|memory|retrieval|feature|human|reality|tool|knowledge|self|search|image|text) augmented
            (generation|reality|model*|network*|agent*|lagrangian|=LLM*|transformer); retrieval augment*;
            (standard|simple|heavy|extensive) (data)? augment*; test time augment*; feature augment*; text augment*; video augment*")
        .yes(&["We propose a data augmentation method for pears.", "Mixup for Roofs"])
        .no(&["Augmented reality shows pears."]),
    tag("causal", "Causal", "Uses causes and effects.")
        .strong("\
            causal
            (inference|reasoning|graph*|model*|intervention*|discover*|relation*|effect*|structur*|learning|represent*|mechanism*|analy*|
            perspective|framework|factor*|view|feature*|disentangl*|approach|debias*|trac*|mediation|invarian*|evidence|understanding|
            mediat*|lens|probing|estimation|adjustment);
            (backdoor|back door|front door|frontdoor) adjustment; structural causal; causality; do calculus; confounder*; deconfound*;
            causal intervention*")
        .normal("confounding; causal; cause and effect; instrumental variable; counterfactual*")
        .weak("causally")
        .not("\
            causal
            (noise*|depend*|consisten*|chain|schedule*|attention|mask*|convolution*|transformer*|video|language|diffusion|generat*|
            autoregress*|=VAE|temporal|self|decoder|forcing|student|model*
            (for stream*)|conv|frame*|stream*|order*|3d|world|encoder*|inference (for|of) video); confounding")
        .yes(&["Counterfactual Roofs: We Ask What If", "We propose a method by causal inference: counterfactual pears."])
        .no(&["The guests came in casual clothes."]),
    tag("adversarial-training", "Adversarial training", "Trains against an adversary: robust or domain-adversarial training.")
        .strong("\
            (adversarial|adversarially) (train*|robust train*|domain|fine
            tun*|finetun*|learning|learn*|alignment|loss*|adapt*|defen*|feature|regulari*|game|objective*|optimi*|supervision); domain
            adversarial; gradient reversal; domain discriminator; adversarially (trained|learned)")
        .normal("adversarial (manner|fashion|framework|scheme|strategy|distillation)")
        .not("\
            generative adversarial; adversarial (loss*|train*|learning|objective*|supervision) ..6
            (=GAN*|generat*|discriminator*|reconstruct*|perceptual|diffusion|distill*|one step|synthes*);
            (=GAN*|generat*|diffusion|perceptual|distillation|discriminator*|reconstruction) ..5 adversarial; adversarial
            (game|loss*|feature|regulari*|objective*|optimi*)")
        .yes(&["We use adversarial training against attacks on pears.", "Domain-Adversarial Roofs"])
        .no(&["We train a generative adversarial network."]),
    tag("multimodal-fusion", "Multimodal fusion", "Joins what comes from several sensors or kinds of data.")
        .strong("\
            (multimodal|multi modal|multi modality|multimodality|cross modal|cross modality|modality|sensor|multi
            sensor|multisensor|camera lidar|lidar camera|radar camera|camera radar|audio visual|visual inertial|=RGB =D|=RGB =T|image
            text|data|multi source|multisource|infrared and visible|infrared visible|visible infrared|visual
            text*|late|early|information|intermediate|vision language|radar lidar)
            (data|image|feature|information|deep|attention|representation)? fus*; fus* ..4
            (modalit*|sensor*|lidar|radar|=LiDAR|=RADAR|audio|thermal|infrared|depth|modal|=IMU|sar|=MRI|=PET|event*|clinical|text*);
            (missing|incomplete|arbitrary|multiple|different|complementary|heterogeneous|two|all) modalit*; (multimodal|multi modal)
            (learning|integration|data|network|framework|segmentation|=MRI|transformer|detection|tracking|sensor*|perception|input*|
            deep|image*);
            (combin*|integrat*|incorporat*|leverag*) ..6 (and|with) ..4 (modalit*|lidar|=LiDAR|radar|audio|thermal|infrared|=IMU|clinical
            data|metadata); (visual|video) and (audio|acoustic|textual|inertial|tactile)
            (feature*|information|data|stream*|cues|modalit*|input*)")
        .normal("\
            fusion; multi sensor; cross modal; cross modality; audio visual; visual inertial; radar ..3 camera; camera ..3 radar;
            (lidar|=LiDAR) ..3 (camera|image); (camera|image) ..3 (lidar|=LiDAR); joint 2d 3d; complementar* ..8 modalit*; modality (aware|adaptive|invariant|missing|attention); fus* ..8 (modalit*|metadata|aligned features);
            (speech|audio|text|tabular|metadata|clinical) and ..4 (modality|expression|image|visual) ..4 fus*; (multimodal|multi modal)
            (fusion|sensor*|imaging|rumor|tracker*|tracking|segmentation|survival|perception|sentiment|emotion|recommend*|classification);
            multimodal ..2 embedding*; multi modal multi task; fusion ..4 (speech|audio|image|text|lidar|radar|modalit*); (rgb d|=RGB
            =D|rgb t|rgbt|rgb thermal) ..3 (salient|saliency|fusion|tracking|segmentation|detection); (multi modal|multimodal)
            (information|feature*|semantic*|cue*); combin* ..4 (features|modalities) ..4 (priors|poses|text|depth);
            (event|=Event|depth|radar|lidar|thermal|infrared) guided; (image|=RGB|rgb|frame)
            (event|=Event|thermal|lidar|radar|infrared) (guided|tracking|object|fusion|based); cross attention fusion")
        .weak("\
            modality; complementary information; multimodal; multi modal; (rgb|color|colour|image) and (depth|sparse depth|lidar); multi
            modality")
        .not("\
            (multimodal|multi modal)
            (large|=LLM*|language|foundation|model*|generative|distribution*|generation|reasoning|understanding|output*|predict*|trajector*|
            agent*|benchmark*|question|diffusion|context|task*|=RAG|retrieval|=QA|input*|alignment|data|chain|instruction|pre*|learning|
            capab*|embedding*|reward*|perception|llm*|mllm*);
            (feature|multi scale|multiscale|scale|level|multi
            level|decision|score|exposure|focus|image|adaptive|hierarchical|temporal|multi view|view|context|layer*|spatial|global
            local|dynamic|token|frequency|module|late|early|cell|map|=TSDF|depth|multi focus|ensemble|model|cross scale|spatio
            temporal|information|attention based|gated|multi exposure|dual branch|nuclear|spinal|aware|iterative|feature level) fus*;
            fusion; cross modal; cross modality; all modalit*; different modalit*; multiple modalit*; two modalit*; fus* ..4
            (depth|text*|event*);
            (multimodal|multi modal) (medical)? (reasoning|question*|conversation*|dialog*|=MLLM*); multimodal large;
            (multimodal|multi modal) (image|generative)")
        .yes(&["We fuse lidar and camera: we propose sensor fusion of pears.", "Multimodal Fusion of Roofs and Sounds"])
        .no(&["We propose multi-scale feature fusion.", "We gather multimodal medical question answering in nine tongues."]),
];
