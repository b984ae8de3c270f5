//! The facet `contribution`: what kind of paper it is.
//!
//! Judged by what the authors claim, so nearly every pattern carries the claim in it.

use super::{TagRow, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[TagRow] = &[
    tag("survey", "Survey", "Reviews a field.")
        .strong("\
            (this|our|the
            present|present|comprehensive|systematic|literature|brief|short|critical|scoping|extensive|thorough|structured|state of the
            art|first|a|recent|in depth|detailed|narrative|broad|timely) (survey|literature review|review article|review
            paper|overview|systematic review|scoping review|tutorial); (survey|surveys|review|reviews|tutorial|overview)
            (paper|article|of|on|the (recent|literature|state|existing|current|field)); (we|paper|article|work|chapter)
            (also|first|then|systematically|comprehensively|briefly|thoroughly|critically)?
            (survey|surveys|review|reviews|summarize|summarizes|summarise) ..4
            (recent|existing|literature|advance*|progress|state|current|method*|approach*|research|work*|field|development*|technique*|
            studies|papers|major|main);
            systematic (literature)? review; literature (review|survey); =PRISMA; position paper; (this) review
            (paper|article|aims|covers|discusses|provides|presents|examines|explores|focuses|summarizes|also|highlights|offers);
            (technical|mini|focused|invited)? review article")
        .normal("\
            survey; tutorial; taxonomy of; challenges and (opportunities|future|prospects|perspectives); primer; systematically reviews;
            mathematical description of")
        .weak("roadmap; overview; review")
        .not("\
            (user|sky|field|galaxy|questionnaire|land|geological|visual|online|population|weak
            lensing|household|health|deep|topographic|legacy|spectroscopic|photometric|soil|underwater|=DESI|=LSST|site|road|ecological|all
            sky|wide field|biodiversity|forest|aerial|human) survey*; survey
            (data|telescope*|result*|respon*|question*|participants|area|mission*|instrument|images|of
            (participants|users|experts|clinicians|customers|students|radiologists));
            (peer|code|product|user|customer|movie|expert|manual|clinical|paper|human|chart|open|medical|double) review*; review
            (process|time|by|comments|of systems|score*); overview of (the|our)
            (proposed|method|challenge|dataset|competition|results|paper|framework|system|task*); (provide|give) an overview of our; an
            overview of the ..3 (challenge|dataset|competition|task|track|participants); under review; an overview; review; taxonomy of")
        .yes(&["This survey covers pears.", "A Survey of Roofs"])
        .no(&["The paper is organized as follows.", "A user survey with ten people was made.", "We propose a method from a new perspective."]),
    tag("dataset", "Dataset", "Introduces or annotates a dataset.")
        .strong("\
            (we|paper|work|article|study|authors)
            (also|further|then|first|therefore|additionally|thus|newly|carefully|manually|hence|thereby|next|here)?
            (propose*|present*|introduce*|collect*|create*|construct*|build|builds|built|curate*|release*|contribute*|provide|provides|
            annotate*|develop*|publish|establish*|compile*|gather*|assemble*|design|propose
            and|offer|offers|capture|captured|record|recorded|acquired)
            (and|a|an|the|our|two|three|new|novel|first|of|large|scale|high|quality|multi|to|public|publicly|available|open|synthetic|
            comprehensive|challenging|diverse|real|world|annotate*|release*|introduce*|construct*|collect*|create*)?
            ..4 (dataset|datasets|corpus|data set|database|image set|data sets); (new|novel|first|our|large scale|publicly
            available|introduced|proposed|newly|constructed|collected|curated) ..3 (dataset|database|corpus|data set)
            (is|was|that|which|contains|comprises|consists|includes|provides|covers|consisting|containing|comprising|of|with|for|called|
            named|featuring|spanning|offers|covering|to|includes);
            (dataset|database|corpus) (contains|comprises|comprising|consists
            of|consisting|includes|containing|spans|spanning|offers|covers) ..8
            (images|videos|frames|samples|clips|pairs|annotations|scenes|hours|sequences|subjects|patients|scans|instances|points|
            categories|questions|objects|masks|documents|identities);
            a (new|novel|public|comprehensive|multimodal|diverse|high quality|challenging|real world|benchmark|multi modal|first) ..3
            (dataset|database|corpus) (for|of|with|to|and|containing|that|comprising|called|named|featuring|consisting); release ..5
            (dataset|datasets|annotations); (dataset|corpus) (named|called|dubbed|termed); (first|largest) ..5 dataset; (dataset|data)
            (collection|construction|curation) (pipeline|protocol|process|effort|procedure); (paper|work|study)
            (constructs|builds|creates|collects|introduces|presents|contributes|provides) ..8 (dataset|database|corpus);
            (dataset|database|corpus) ..3 (is|was|are|were) (also)?
            (curated|created|constructed|collected|introduced|proposed|presented|contributed|built|developed|compiled|annotated|released);
            (contribute*|introduce*|we collect|curate*|construct*|creat*) ..6 (dataset|database|corpus); new*
            dataset; open dataset with; a dataset consisting;
            (present*|introduce*|release*) ..2 =*Net dataset;
            (is|as) a new ..6 (database|dataset|corpus); a new ..6 (database|corpus)")
        .normal("\
            new dataset; novel dataset; our dataset; dataset construction; dataset curation; proposed dataset; annotation effort; data
            engine; dataset and benchmark; benchmark dataset for; dataset generation; synthetic dataset for; (dataset|corpus|database)
            (for|of); dataset and (benchmark|baseline*); evaluation dataset; dataset card")
        .weak("dataset; annotated; corpus; database")
        .not("\
            (we|study) (use|used|evaluate|train|test|utilize|validate|compare|conduct|perform) ..8 dataset*;
            (existing|public|standard|benchmark|popular|multiple|several|both|two|three|four|five|six|real|challenging|various|other|
            different|widely|many|all|various)
            ..3 datasets (show*|demonstrat*|and|with|to|for|that); (results|experiments|evaluation|evaluated|tested|trained|state of the
            art|performance|experimental|effectiveness|validated|conducted|performed|accuracy|improvements) ..4
            (on|of|over|using|across|with) ..6 dataset*; small dataset*; (dataset|data) distill*; generate* ..4 (results|for|across) ..3
            datasets; (publicly available|large scale|large|public) dataset (is|was|for train*|with|of|to) ..2
            (train*|required|needed|used|scarce);
            (method|framework|model|approach|network|algorithm|system|pipeline|loss|technique|architecture|strategy|module|detector) ..5
            dataset*; we present ..5 (results|experiments|evaluation*) ..3 dataset*; lack of ..4 dataset*; our dataset; dataset
            generation; (train*|fine tun*|finetun*|tuning|evaluate*|learn*) ..8 (dataset|corpus) of; dataset consist*; (first|ranked|rank)
            on ..4 dataset; expert corpus; challenge dataset; (existing|previous|prior|these|public|benchmark|standard|training) ..2
            (dataset|database|corpus) (is|was|are|were); generat* ..8 (for|from|on|in) ..4 dataset; present ..3
            (results|method*|approach|framework|model|network|algorithm) ..8 dataset; (collect*|creat*|construct*|generat*) ..3
            (pseudo|label*|prompt*|training) ..3 (dataset|corpus);
            (generat*|synthesi*|process of) ..4 (synthetic)? dataset*; (creat*|construct*|guide|aspects|process) ..8 datasets;
            dataset (creation|development)")
        .yes(&["We introduce a new dataset of pears.", "We collected a large-scale dataset of roofs."])
        .no(&["Results on two datasets show it.", "We propose a method and test it on a public dataset."]),
    tag("benchmark", "Benchmark", "Introduces a benchmark, challenge or protocol.")
        .strong("\
            (we|paper|work|study|article) (also|further|then|first|therefore|additionally|thus|hence|here)?
            (propose*|present*|introduce*|create*|construct*|build|builds|built|curate*|release*|contribute*|provide|provides|develop*|
            establish*|design*|formalize|offer|offers|define)
            ..7 (benchmark|benchmarks|evaluation (protocol|suite|framework|metric*|testbed|set)|testbed|challenge dataset|leaderboard|test
            suite|arena|evaluation protocol*);
            (new|novel|comprehensive|first|our|proposed|unified|diagnostic|standardized|rigorous|holistic|dedicated) ..2 benchmark
            (for|that|to|designed|of|which|comprising|with|consisting|called|named|spanning|dataset|suite|is|evaluat*|covering|based|where|
            featuring|containing|includes|comprises|built);
            benchmark (designed|comprising|consisting|spanning|suite|specifically|built|tailored); a benchmark
            (for|of|to|dataset|and|that|with); benchmarking
            (the|of|large|multimodal|vision|=MLLM*|=LLM*|=VLM*|robustness|suite|framework|video|spatial|and); (this|the)
            (challenge|competition) (is|was|aims|attract*|report|focus*|had|received); (challenge|competition)
            (report|results|track|overview|participants|held|organized|summary); grand challenge (on|at|in|of 2*|2*); =NTIRE; workshop challenge;
            (new|our|first) challenge (on|for|dataset); standardized (benchmark|evaluation|protocol); evaluation (benchmark|suite)
            (for|of); (introduce*|present*|propose*|construct*|develop*|build|create*) ..3 (=*Bench|bench); benchmarking the;
            (construct*|build|create*|contribute*|establish*) ..4 (first|new|public|challenging) ..2 benchmark; competition on;
            (final|official) results of ..4 (competition|challenge); new ..3 benchmark; benchmark* ..2 we
            (contribute|introduce|construct|propose); (introduce|propose) =*Bench;
            (contribute|construct|introduce|build|create|present|further introduce|also introduce) ..6 benchmark")
        .normal("\
            benchmark for; evaluation protocol; evaluation framework; testbed (for|to); evaluation suite; (evaluation|test|diagnostic|challenge)
            (dataset|set|suite) (for|of); =*Bench; (introduce*|present*|propose*|construct*|develop*|build|create*|further introduce) ..3
            (=*Bench|bench)")
        .weak("benchmarking")
        .not("\
            (on|across|over|several|existing|standard|public|popular|multiple|two|three|four|five|six|seven|eight|ten|diverse|various|both|
            challenging|many|widely|many|all|other|different|extensive|common|established|main|recent|current|ranked|top|of
            the|most|downstream|used|academic|these|large
            scale|classification|segmentation|detection|generation|navigation|tracking|recognition) benchmark*; benchmark* (dataset*)?
            (show*|demonstrat*|and|with|dataset*|confirm*|while|reveal*|results|performance|verify|indicate*|validate|including);
            (results|experiments|performance|evaluation*|evaluated|tested|state of the art|outperform*|achiev*|sota) ..8 benchmark*;
            (remains a|a|key|major|main|significant|this|the) challenge (is|in|of|for|remains|by|to|that|when|lies); this challenge;
            leaderboard;
            set* a new ..2 benchmark")
        .yes(&["We introduce a benchmark for pears.", "PearBench: Counting on Roofs"])
        .no(&["Experiments on three benchmarks show it."]),
    tag("method", "Method", "Proposes a new method, model, loss or algorithm.")
        .strong("\
            (we|authors|paper|work|article|study|research|letter|thesis|manuscript)
            (also|further|then|first|therefore|additionally|thus|hence|here|instead|finally|thereby|jointly|next|formally)?
            (propose*|present*|introduce*|develop*|devise*|design*|formulate*|describe|describes|suggest|suggests|put
            forward|advocate*|invent*|derive|extend|modify|reformulate|solve|solves|augment|adapt|equip|build|create|combine|integrate|
            exploit|leverage|enhance|learn|unify|employ|train|decompose*|reframe|recast|instantiate|augment);
            (proposed|novel|our|new|introduced|developed) ..3
            (method|approach|framework|model|network|algorithm|architecture|system|scheme|pipeline|technique|module|loss|strategy|solution|
            paradigm|mechanism|formulation|methodology|networks|models|methods|detector|tracker|representation|estimator|procedure|
            descriptor|layer|block|attention|regularization|design|encoder|transformer|policy|filter|operator|attack|defense|training|
            learning|sampling|planner|generator);
            (is|are|was|were) (proposed|developed|introduced|designed);
            (method|approach|framework|algorithm|model|network|system|architecture|technique|module|loss|strategy|pipeline|paradigm|
            solution|mechanism)
            (is|are|was|were|that|which|called|named|based|for|to|of); a (simple|novel|new|unified|lightweight|efficient|two
            stage|general|training free|plug and play|hybrid|robust|scalable|fast|modular|end to
            end|generative|hierarchical|principled|physics informed|deep) ..4
            (method|approach|framework|model|network|algorithm|architecture|system|scheme|pipeline|technique|module|loss|strategy|solution|
            paradigm|mechanism);
             key
            (idea|insight); plug and play; (and|to|which|further) (propose|introduce|devise|proposes|introduces);
            (method|approach|framework|model|network|algorithm|architecture|system|technique) ..4 is presented")
        .normal("\
            outperform* ..4
            (state|baselines|existing|prior|previous|other|current|all|methods|competing|strong|recent|competitive)")
        .weak("\
            framework; method; approach; algorithm; novel; (we|authors|paper|work|article|study|research) (also|further|then|first)?
            (demonstrate|show|explore|explores|aim|aims|improve|improves|address|addresses); (we|paper|work) (tackle|tackles|challenge)")
        .not("\
            (we|authors|paper|work|article|study|research|letter|thesis|manuscript)
            (also|further|then|first|therefore|additionally|thus|hence|here|finally|next)?
            (propose*|present*|introduce*|develop*|design*|describe*|build|create|address*|provide|demonstrate|show|employ|explore|aim*|
            train|leverage|exploit|learn)
            (a|an|the|our|two|three|this)? ..8
            (dataset|datasets|benchmark|=*Bench|characterization|taxonomy|benchmarks|survey|review|corpus|study|comparison|evaluation|
            analysis|overview|database|challenge|toolbox|library|investigation|results|experiments|toolkit|package|taxonomy|perspective|data
            set|setup|testbed);
            (existing|previous|prior|current|conventional|traditional|most|recent|standard|classical|other|these|such|many|several|based|
            different|various|available|learning|popular|deep
            learning)
            (method|approach|framework|model|network|algorithm|architecture|system|technique|solution|strategy|pipeline|methods|models|loss|
            mechanism|paradigm);
            (our|new|novel|first) ..2
            (dataset|benchmark|corpus|survey|review|study|evaluation|analysis|results|findings|database|experiments);
            (method|approach|framework|model|system|algorithm|network) (is|are|was|were)
            (difficult|limited|often|not|typically|usually|still|evaluated|compared|tested|known|mostly|increasingly|widely|being|generally|
            unable|trained);
            (model|network|method|algorithm|approach|system|architecture|framework|loss|strategy|technique|mechanism|solution|module|
            pipeline|paradigm)
            (is|are|was|were|of|for|to|that|which|based); (we|authors|paper|work|article|study|research)
            (also|further|then|first|additionally|thus|here)? (demonstrate|show|derive|learn|describe|suggest)
            (that|how|whether|why|what); new (approaches|methods|techniques|algorithms) (are|beyond|to|for|is); (novel|new) ..2
            (challenge|challenges|findings|insight*); performance of ..2 proposed methods")
        .yes(&["We propose a method for pears.", "The proposed network counts roofs."])
        .no(&["We introduce a new dataset of pears.", "This survey covers pears."]),
    tag("empirical-study", "Empirical study", "Mainly analyses, compares or probes existing methods.")
        .strong("\
            (empirical|comparative|systematic|large scale|experimental|comprehensive|extensive|in
            depth|critical|quantitative|controlled|thorough|case|exploratory|feasibility|reproducibility|retrospective|rigorous|mechanistic|
            detailed|systems)
            ..1 (study|evaluation|comparison|investigation|assessment|audit)
            (of|on|that|in|to|for|and|between|with|across|is|using|which|covering|comparing|into|we|reveals|shows)?;
            (we|paper|study|work|article)
            (also|first|then|systematically|empirically|comprehensively|thoroughly|further|extensively|critically|rigorously|quantitatively|
            carefully|specifically|here)?
            (compare|compares|investigate|investigates|analyze|analyse|analyzes|evaluate|evaluates|examine|examines|study|studies|assess|
            assesses|probe|benchmark|audit|characterize|ask|test|revisit|quantify|scrutinize|explores)
            (whether|how|different|several|various|what|if|why|three|two|four|five|six|seven|ten|multiple|a
            range|existing|state|effect*|impact|influence|role|current|performance|large|popular|to
            what|=CNN*|=MLLM*|=VLM*|=LLM*|robustness|some|common|many|eight|modern|vision|recent|open|representative|nine|over|twelve);
            (this|our|present) (paper|study|work|article|research) (examines|evaluates|compares|analyzes|analyses|assesses|asks|probes);
            (investigat*|stud*|examin*|explor*|analy*|assess*|evaluat*) ..3 (effect|impact|influence|role) of;
            (we|results|findings|study|analysis|experiments|analyses) (find|finds|found|reveal|reveals|discover|observe|uncover)
            (that|a|significant|substantial|no|the|several|critical|how|key); our
            (findings|analysis|analyses|study|evaluation|investigation)
            (show*|reveal*|suggest*|indicate*|highlight*|demonstrat*|provide*|challenge*|expose*|uncover*|identif*|confirm*); comparative
            (analysis|study|evaluation); ablation stud* of; lessons learned; a (closer|critical|deeper) look; pitfalls of; rethinking
            evaluation; comparison of ..4 (methods|models|approaches|algorithms|architectures|networks|techniques|strategies); (the)?
            (impact|effect|influence|role) of ..5 on; (explores|explored|explore) ..3 (different|various|several|three|two|four) ..4
            (models|strategies|methods|architectures); three ..3 strateg* ..4 (compar*|test*|train*);
            (provide|present|conduct|perform|report|give|offer) ..3 (comparison|comparative analysis|characterization|empirical
            analysis|systematic analysis|empirical study|comprehensive analysis|audit|comprehensive study|evaluation) of; first
            (systematic|systems|comprehensive|large scale) (characterization|comparison|study|analysis|investigation); we
            (compare|compared|analyse|analyze|evaluate) ..1
            (two|three|four|five|six|seven|eight|nine|ten|several|various|different|multiple)
            (versions|models|methods|approaches|techniques|algorithms|architectures|strategies|state of the art|=LLM*); =CNN* (vs|versus);
            (human|humans) and (=LLM*|machines|models); what makes; (reveal*|show*|find*|found) ..3
            (consistently|systematically|significant) (fail*|lower|worse|correlat*|differ*); (extensive|systematic|detailed|thorough)
            comparison (on|of|between);
            preliminary probes; (highlight*|identif*|expose*|uncover*) ..4 (mismatch|discrepanc*|blind spot*|failure
            mode*|misalignment) ..1 between; we ..1 (explore|study|examine|analyze|analyse) ..8 (errors|biases|noise); we found that;
            (we|study) (assessed|compared|examined|analyzed|analysed|investigated|probed|surveyed|audited) ..2
            (two|three|four|five|six|seven|eight|nine|ten|several|various|how|whether|the effect|the impact|commercially); we
            benchmark ..10 against ..4 (alternative*|model*)")
        .normal("\
            empirical analysis; understanding; how (well|do|does|much|far); (do|does|can|is|are)
            (=MLLM*|=VLM*|=LLM*|vision|deep|neural|large|foundation|we|multimodal|models); (we|paper|study|work)
            (investigates|explores|studies|revisits) (how|whether); comparison study; findings
            (suggest|show|reveal|highlight|indicate|demonstrate|challenge|provide); (we|paper|study|work|article)
            (also|first|then|systematically|empirically|further)?
            (compare|compares|analyze|analyse|analyzes|examine|examines|assess|assesses|probe|characterize|quantify) the; it was found
            that; we find; (our|these|the) (results|findings) (suggest|indicate|highlight|underscore|illustrate|challenge);  design implications; statistically significant;  empirically
            (study|investigate|analyze|evaluate|compare); comparing ..4 (and|with|versus); we observed that; we argue that ..10 should")
        .weak("\
            evaluation of; revisiting; (effect|impact|influence) of;
            we (characterize|quantify); correlation* (between|with)")
        .not("\
            (we|extensive|comprehensive|experimental|thorough|quantitative|empirical|systematic|large scale|in
            depth|rigorous|detailed|experiments|controlled) ..2 (evaluation|comparison|assessment|evaluations) (on|of our|of the
            proposed|across|show*|demonstrat*|with|to|in|using|validate*|confirm*|against|is|that|and|for)?; extensive ..2
            (study|evaluation|comparison|assessment); ablation (study|studies); user stud*; case stud*; (we|paper|work|study)
            (also|further|then|first|extensively|thoroughly|empirically)?
            (evaluate|evaluates|compare|test|validate|assess|analyze|study|investigate|examine|benchmark) (the|a|several|different)?
            (proposed|our|effectiveness|method|performance of (our|the proposed)|approach|problem|task|resulting|model|efficacy);
            (we|study) (evaluate|evaluates|test|validate|compare) (the|two|three|four|five|several|multiple|different|various|a
            range|state|existing|performance); (we) (study|investigate|tackle|explore|examine) the
            (problem|task|setting|challenge|use|potential); we (find|observe|found|discover)
            (that|a|the|significant|substantial|no|several|critical|key); (results|experiments) (show*|reveal*) that; insights into;
            understanding; evaluation of (our|the (proposed|method|model|approach));
            (reduc*|mitigat*|alleviat*|minimi*|suppress*|limit*|lessen*|address*|handl*|under|by) ..2 (effect|impact|influence) of; the
            (effect|impact|influence) of (noise|our); (we) (revisit|investigate|explore) (the)?; how (well|much|far); reduc* ..4 impact
            of; (review|survey|minimi*|mitigat*|reduc*|controlled testing of) ..2 (impact|effect|influence) of; (pilot|preliminary) stud*;
            (extensive|comprehensive|thorough|detailed|systematic) ablation*;
            comparison* of future;
            comparing (with|to|against); (investigate|study|explore) the problem")
        .yes(&["This study compares networks that count pears.", "An Empirical Study of Roofs"])
        .no(&["Extensive evaluation shows that our method counts well.", "We propose a method. An ablation study shows why."]),
    tag("theory", "Theory", "Proves or derives guarantees.")
        .strong("\
            (we|paper|work|study) (also|further|then|first|formally|rigorously|theoretically|mathematically)?
            (prove|proves|derive|derives|establish|characterize) ..6
            (bound*|theorem*|guarantee*|that|convergence|condition*|optimal*|rate*|closed
            form|lower|upper|existence|uniqueness|identifiab*|equivalen*|consisten*|sufficient|necessary);
            (we|rigorously|formally|theoretically|mathematically) (prove|proves|proven|proved);
            (convergence|generalization|approximation|error|recovery|sample
            complexity|optimality|identifiability|statistical|provable|robustness) (guarantee*|bound*|analysis|proof*|theorem*|rate*|result*); theorem*; provabl*; proof that; (is|are) proved; necessary and
            sufficient; mathematical (theory|proof|analysis|foundation*); (exact|sharp|explicit|tight|quantitative)
            (characteri*|formula*|bound*|converse|tradeoff*|existence); polynomial time (algorithm|computab*); (np|=NP) hard*; existence (result|and uniqueness|theorem); (prove|establish) ..3 existence; backed by theory; transition probability matri*; (nash|bayes|correlated|stackelberg) equilibri*;
            (supported|backed) by theor*; approximation algorithm;
            regret bound*; asymptotically optimal; (is|are) proven (to|that|asymptotically); no regret; impossibility
            (result|theorem); optimal with respect to ..3 bound*")
        .normal("\
            lemma; mathematical framework; closed form; axiom*; theoretical
            (guarantee*|analysis|framework|foundation*|result*|proof*|justification|bound*|understanding|insight*|convergence|perspective);
            formal analysis; convergence rate; theoretical framework; conjecture; (upper|lower) bound* (on|for); bounded above by;
            suboptimality; strictly suboptimal")
        .weak("theoretically; theory of; minimax")
        .not("\
            theoretical (framework|understanding|insight*|foundation*|perspective|result*|basis); error (analysis|rate*|bound);
            (convergence|error|approximation|robustness|privacy|generalization|recovery|statistical) (rate*|analysis|result*); closed
            form; theory of mind; theorem prov*; bayes theorem; (game|information|graph|control|set|decision|retinex|optimal transport)
            theory; mathematical framework; provable robustness")
        .yes(&["We prove that pears converge.", "Provable Roofs: A Theorem"])
        .no(&["This is a proof of concept."]),
    tag("software", "Software", "Presents a toolbox, library or open-source system.")
        .strong("\
            (we|paper|work|article) (also|further|then)? (present*|introduce*|propose*|describe*|develop*|release*|provide*|build|created)
            ..8 (toolbox|library|toolkit|software package|open source
            (software|framework|tool|library|platform|system|package|implementation|toolkit|simulator|project)|python package|python
            library|software tool|software|web application|plugin|plug in|codebase|web tool|simulator|open source|software
            framework|software suite|software library|mobile app*); (a|an) (python|open source|modular|matlab|=C|pytorch|web
            based|free|extensible|graphical|opensource|lightweight) ..3
            (toolbox|library|toolkit|software|package|tool|application|platform|interface|simulator);
            (toolbox|toolkit|library|package|software) for; open source
            (software|toolbox|library|toolkit|package|tool|framework|platform|simulator|python|system|plugin|project); (pip
            install|=PyPI); python (library|package|toolbox|toolkit|tool); graphical user interface; annotation tool; labeling tool; web
            platform; (dataset|benchmark) and simulator; extendable ..2 library; android application; (open source|opensource)
            (library|codebase|toolkit|toolbox);
            open source (package|extension); extends the ..3 (editor|engine|library)")
        .normal("\
            toolbox; toolkit; (open source|our|handy|new|unified|standardized) ..1 (simulator|library|codebase|toolkit|toolbox)")
        .weak("=GUI; library; open source; plugin; codebase; simulator")
        .not("\
            (using|use|used|with|by|existing|commercial|popular|the|several|on|from|via|of|many) (open source)?
            (toolbox|toolkit|software|library|tool|simulator|package|open source
            (software|model*|=LLM*|=VLM*|=MLLM*|tool*|library|code|implementation)); open source
            (model*|=LLM*|=VLM*|=MLLM*|data*|code|multimodal|large|vision|video|alternative*|counterpart*|baseline*|and
            (proprietary|closed|commercial)|our|the|weights|release|method*|detector*|image*|text); library of; simulator*; open source
            implementation; and open source; (closed loop|user|interactive|closed) ..2 interface; novel software; software
            (based|hardware);
            built (upon|on) open source")
        .yes(&["We present a Python library for pears.", "RoofKit: An Open-Source Toolbox"])
        .no(&["The software was bought."]),
    tag("application", "Application", "Applies known methods to a concrete problem or system.")
        .strong("\
            (we|paper|study|work|research|project) (also|then|first|successfully)?
            (apply|applies|applied|deploy|deploys|deployed|implement|implements|implemented|utilize|utilizes|utilized|employ|employs|
            employed|use|uses|used)
            ..4 (convolutional|deep|=CNN*|=YOLO*|yolo*|machine learning|computer vision|transfer learning|pre
            trained|pretrained|existing|resnet*|u net|unet|=LSTM|faster|mask|efficientnet*|image
            processing|neural|inception|vgg*|=SVM|random forest|mobilenet*|opencv); using (a)? (deep
            (learning|neural|convolutional)|machine learning|computer vision|transfer learning|=CNN|=CNNs|=YOLO*|convolutional neural
            network*|image processing|deep =CNN|=AI|artificial intelligence|raspberry pi|off the shelf); (low
            cost|mobile|web|smartphone|android|embedded|automated|prototype|desktop|portable|smart|computer aided|decision support) ..2
            (system|application|app|device|platform|prototype|tool|solution) (for|to|that|is|based|using|which|capable); raspberry pi;
            (mobile|smartphone|android) (app|application|phone); field (trial|test|deployment); (system|pipeline) (has been|was|is)
            (deployed|implemented|installed|built); real world deployment; jetson; arduino; (we|paper|study) present* ..2 deployed;
            (deployed|production) ..3 system at; (applied|real world) research; we (apply|applied) ..4 (state of the
            art|standard|existing|known|well known|self supervised|off the shelf|machine learning|deep);
            (discuss|explore|demonstrate|investigate|study|present) ..3 (application|use) of ..4 (machine learning|deep
            learning|=CNN*|neural|computer vision|=LLM*|language model*); (model|system) is deployed; deployed in ..4 production;
            (use|using|apply) ..4 (faster r cnn|mask r cnn|off the shelf); (by)? applying ..4 (machine learning|natural language
            processing|deep learning|computer vision)")
        .normal("\
            internet of things; =IoT; automated system; (automatic|automated)
            (assessment|analysis|monitoring|inspection|triage|screening); clinical
            (workflow|practice|deployment|implementation|usability); (text mining); (prototype|smart) system; case study (of|on|in|with);
            real world application of; (assist*|help*) (farmers|clinicians|doctors|radiologists|pathologists|blind|deaf|people); local
            community; automated machine learning;  (system|tool|app|application) (based on|using|with|via) ..1 (transfer
            learning|deep learning|machine learning|=CNN|=CNNs)")
        .weak("\
            prototype; automation; case study; system for; smart; deployment; deployed; end to end system; proof of concept")
        .not("\
            (we|paper|study|work) (use|uses|used|employ|employs|utilize) ..4 (deep|neural|pre
            trained|pretrained|existing|convolutional|machine learning|transfer learning); (using|via|with|based on|through|by) (a)? (deep
            (learning|neural|convolutional)|machine learning|computer vision|=AI|artificial intelligence|=CNN|=CNNs|convolutional neural
            network*) (method*|model*|approach*|technique*|algorithm*|has|have|is|are|framework*|system*|network*); real time ..2
            (application|system|solution); deployment; deployed; (mobile|edge|embedded|practical) ..1
            (device|platform|application|deployment); real world deployment; jetson; (mobile) phone; smart;
            (recognition|operating|dynamical|vision|learning|retrieval|multi agent|dialog*|recommendation) system for; novel ..3 system
            for; (we|paper|work) (also|then|first)? (apply|applies|applied|use|employ) (our|the proposed|this|it|blur|existing);
            application* of ..3 (novel|new|our)")
        .yes(&["Counting pears using deep learning: we built a low-cost system for farmers.", "Roof Inspection Using Deep Learning"])
        .no(&["We propose a loss.", "Our method suits practical applications."]),
];
