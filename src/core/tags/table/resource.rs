//! The facet `resource`: what comes with the paper.
//!
//! Here the patterns meet links as well as words, and a comment counts as much as the abstract.

use super::{TagRow, tag};

/// In the taxonomy's order.
pub(super) const ENTRIES: &[TagRow] = &[
    tag("code-link", "Code linked", "A link to the authors' own code stands in the abstract or comment.")
        .strong("\
            <code>; (code|codes|codebase|implementation|software|toolbox|library|script*|model and data|source) ..14 <link>;
            (code|codes|codebase|implementation|software|source) ..8 (huggingface|github|gitlab|bitbucket) ..3 <link>;
            (models|results|project|resources|scripts|materials) ..6 (available|found|released) ..4 <code>")
        .not("\
            (dataset|datasets|data|corpus|benchmark|annotation*) (is|are|will|can|available|at|link) ..8 <code>; (project|demo|web|home)
            (page|site|website|demo) ..4 <page>; (based on|built on|built upon|provided by|using|baseline|forked from) ..3 <code>")
        .yes(&["Code is available at https://github.com/someone/something.", "Our implementation will be released at https://example.org/code/."])
        .no(&["The dataset is available at https://github.com/someone/data.", "See https://arxiv.org/abs/2012.00001."]),
    tag("code-promised", "Code promised", "Code is said to be, or to become, available, with no link to it.")
        .strong("\
            (code|codes|codebase|implementation|software|toolbox|toolkit|source code|algorithm|library|scripts|code and
            (data|dataset|models)) ..8 (is|are|will|would|be|has|have|was|were|made|shall) ..4
            (available|released|open|public|published|shared|accessible|opensourced|sourced|provided|found); (we|will|to)
            (also|further|publicly|will|openly|plan to|have|fully|make)? (publicly|also|open)? (release*|share|open source|open
            sourced|provide|publish|make|opensource) ..6
            (code|codes|codebase|implementation|software|toolbox|library|framework|scripts|toolkit|pipeline|source code); code
            (available|release|coming soon|upon|and (data|models|dataset) available); open sourc* (this|the|our|it|all) ..3
            (model|code|framework|implementation|software|system|library|tool*|pipeline|weights|model*)?; (open source|opensource)
            (software|implementation|library|toolbox|toolkit|framework|package|tool|python|code|codebase|release|platform|system|simulator);
            open sourced; available (as open source|open source); (publicly|openly|freely) (available|released)
            (code|implementation|software|toolbox|library)")
        .not("\
            (no|without|lack|absence) ..4 (code|implementation|software|open source); (open source|opensource)
            (software|code|library|libraries|project*|repositor*|communit*|ecosystem|package*|platform*|tool*|framework*|system*|
            implementation*)
            (engineering|development|maintain*|vulnerab*|project*|communit*|supply|ecosystem*|contribut*|repositor*|such|like|is|are|have|
            licens*|security|and
            commercial|from|on|maintenance|in|that are|has|for (the|a))?;
            (existing|several|popular|leading|many|other|using|two|of|three|in|use|real world|multiple|various|based on|large|and|widely
            used|common|via|from|with|modern|on|to|five|=GitHub) open source; code (generat*|search|review|repair|llm*|agents) ..8
            (is|are|be|available); benchmark code")
        .yields_to(&["code-link"])
        .yes(&["Our code will be made publicly available.", "We share our code and models to help others."])
        .no(&["Code is available at https://github.com/someone/something.", "Code generation by machines is studied."]),
    tag("data-released", "Data released", "The authors' data is released or linked.")
        .strong("\
            <data>;
            (our|the|this|these|all|and|proposed|new|models|collected|annotated|constructed|curated|benchmark|code|codes|its|full|resulting)
            (dataset|datasets|data|corpus|corpora|benchmark|annotations|database|test set) ..4 (is|are|will|would|has|have|was|were|shall)
            ..3 (available|released|public|published|shared|accessible|sourced|downloadable|opened|distributed|open); (we|will|to|and)
            (also|further|publicly|will|openly|plan to|have)? (publicly|also|openly)? (release*|releasing|share|open source|open
            sourced|publish|make|opensource|opensourced) ..10 (dataset|datasets|data|corpus|benchmark|annotations|database|test
            set|checkpoints and data|benchmarks|segmentations); (dataset|data|benchmark|corpus|datasets|annotations) ..8
            (available|found|accessed|downloaded|accessible|hosted|released) ..6 <link>; (dataset|datasets|corpus|benchmark|database|data)
            ..5 <link>; (code|codes|model|models) ..3 (data|dataset|datasets|benchmark|annotations|corpus) ..8
            (available|released|public|<link>|sourced|found); (publicly|openly|freely) (available|released|accessible)
            (dataset|benchmark|corpus|database) ..4 (we|of|named|called); released under ..3 licen*; data release; new public*
            (available)? (dataset|benchmark|corpus); open sourced ..5 (segmentations|dataset|data|annotations); (code and|simulated) data
            ..6 available; dataset ..25 available ..8 <link>; (dataset|data|corpus|benchmark) (is|are|will be|has been|have been) (made)?
            (publicly|openly|freely|now|also)? (available|released|accessible|shared) (at|on|here|online|for|to|in
            the|upon|via|under|through|from); (code|codes|data|dataset|models) ..4 (dataset|data|datasets|benchmark) (is|are|will) ..3
            (available|released|public|open); (dataset|datasets) and ..3 (is|are|will) ..4 (available|released|public); (dataset|data)
            (available|released) (at|on|upon)")
        .not("\
            (on|from|using|of|several|existing|two|three|four|five|multiple|many|other|with|seven|six|both|all|various|by|standard|widely|
            used|only|with|unlike)
            (the|a|an|several|both|standard|multiple|two|three|other|large|real|existing)? (publicly|openly|freely)?
            (available|public|released) (dataset|benchmark|corpus|database|data|datasets);
            (no|without|lack|limited|little|scarc*|not|when|if|where|amount of|amounts
            of|large|insufficient|unlabeled|labeled|more|annotated|training|enough|abundant|as|paired|sensor|real|patient|since) ..3 data
            ..5 (is|are|be|become|becomes|was|were|publicly) ..3 (available|accessible|shared|public); unlabeled data ..3 available; when
            data is; (datasets|data|databases|database) used; of the (available)? (dataset|datasets|data|databases);
            (annotated|labeled|labelled|training|unlabeled|enough|sufficient|little|more) data (is|are); (datasets|data) ..2 are
            (readily|often|usually|rarely|limited|scarce)")
        .yes(&["We release the dataset to all.", "The corpus is available at https://zenodo.org/record/1."])
        .no(&["Experiments on two publicly available datasets show it.", "Little labelled data is available."]),
    tag("project-page", "Project page", "A project page or demo is linked.")
        .strong("\
            <page>; (project|web|home|demo|supplementary|our|video) (page|website|webpage|site|homepage|demo|web page|web
            site|video*|results) ..8 <link>; (website|webpage|homepage|web page|demo|demos|project page|video results|videos|video
            demo*|live demo|interactive demo|visualization*|project) ..5 <link>; (project|demo) ..2 (page|website|webpage|site|homepage)
            ..4 (available|at|<link>|http*)")
        .not("<page> (dataset); (code) (is|are) available at <page>")
        .yes(&["Project page: https://someone.github.io/something.", "See our demo at https://example.org/demo."])
        .no(&["Code is available at https://github.com/someone/something."]),
];
