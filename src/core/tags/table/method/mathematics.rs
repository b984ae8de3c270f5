//! Mathematics, and what is older than networks.

use super::super::{TagRow, tag};

/// From kernel methods to mathematical optimisation, in the taxonomy's order.
pub(in super::super) const ENTRIES: &[TagRow] = &[
    tag("kernel-method", "Kernel method", "Built of kernels: support vector machines, Gaussian processes and kin.")
        .strong("\
            support vector*; =SVM; =SVR; gaussian process*; kernel
            (method*|machine*|ridge|regression|density|trick|=PCA|=RX|alignment|target|mean|embedding*|learning|two
            sample|approximation|based
            (method*|learning)|herding|matrix|principal|hilbert|extension|stein|classifier*|logistic|discrepancy|interpolat*|perspective);
            reproducing kernel; =RKHS; random fourier feature*; maximum mean discrepancy; =MMD; neural tangent kernel; =NTK;
            (multiple|graph|string|rbf|=RBF|radial basis|mercer|nonlinear|quantum|deep) kernel*; radial basis function*; =GPR; =SVMs;
            learning the kernel")
        .normal("\
            kernelized; gaussian kernel; kernel function; support vector; nystrom;
            maximum margin; separating hyperplane")
        .weak("kernel")
        .not("\
            (convolution*|convolutional|large|blur|gpu|=GPU|linux|cuda|=CUDA|operating
            system|small|dynamic|=OS|triton|attention|fused|smoothing|degradation|estimation|filter|graph convolution|adaptive|linear
            attention|semiconductor|os|deformable|gaussian|compute|custom|3x3|optimized|3d|sparse|efficient|hardware|inference|=GEMM|gemm|high
            performance|device|unikernel|multiscale|tile|single|fast|deep|novel|custom =CUDA|new) kernel*; kernel
            (size*|prediction|generation|launch*|optimization|fusion|development|code|level|driver*|module*|fuzz*|bug*|space|estimation|
            engineer*|implementation*|bypass|synthesis|perform*|fuse*|that
            uses|execution*|panic|design|writing|programming|library|libraries|time|weights); blur kernel*; graph convolution kernel*;
            kernel alignment;
            slice to volume")
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
            manifold; orthogonal projection; rank deficien*; intrinsic dimension*; kronecker; dimensionality reduction")
        .weak("\
            tensor; low dimensional; eigen*;
            subspace")
        .not("\
            low rank (adaptation|adapter*|adaptor*|=LoRA); (tensor) (core*|processing
            unit|parallel*|shape*|program*|flow|compiler*|board|accelerator*|computation*|rt|operation*|field|diffusion
            imag*|language*|imaging); diffusion tensor; structure tensor; low dimensional (control|state);
            (latent|embedding|common|shared|feature) ..2 subspace; subspace ..2 common")
        .yes(&["We complete a low-rank tensor.", "Manifold Learning of Smiles"])
        .no(&["Tensor cores run low-rank adaptation fast.", "Faces are projected into a common latent subspace."]),
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
            thompson sampling; credible interval*; factor graph*; miscalibrat*;  variational bayes; predictive distribution*")
        .normal("\
            prior distribution; probability distribution; stochastic model; latent variable model; confidence estimat*; probabilistic
            (model|confidence|region|framework); calibrat* ..3 (confidence|model*|probabil*); uncertainty; particle filter*; uncertainty
            (map*|pattern*|aware|analysis|estimat*)")
        .weak("\
            gaussian distribution; monte carlo;
            overconfiden*")
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
            fourier; frequency; sub band; spectral (filter*|graph (convolution*|wavelet*|theory|filter*)); (high|low) frequency
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
            theory|type*|gap|radius|index|indices); multi spectral;
            spectral spatial; spatial spectral")
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
            (code*|hash*|embedding*|descriptor*); hamming (space|rank*); hash* ..8 hamming distance; hashing; simhash; minhash")
        .not("\
            spatial hash*; hash grid; hash encoding; (multi resolution|multiresolution) hash*; (cryptographic|password) hash function*;
            hashed;
            (perceptual|cryptographic|hybrid) hashing; verification with hashing")
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
            (optimization|minimization|maximization) (algorithm|objective|procedure); jointly optimi* ..2 (pose*|geometry|surface*); evolutionary (search|optimi*|testing); gradient ascent; robust =PCA ..8
            (=ADMM|optimi*|solv*|minimi*); (convex|non convex|nonconvex|combinatorial|bilevel|constrained|integer|quadratic|mixed
            integer|variational|optimal control) (problem|formulation);
            deep (unfolding|unrolling|unrolled)")
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
