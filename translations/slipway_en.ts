<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>slipway::BudgetCard</name>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::CodePane</name>
    <message numerus="yes">
        <source>%n unchanged lines</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::CodeViewer</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::ConfigModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::Copying</name>
    <message numerus="yes">
        <source>Copied %n line(s)</source>
        <translation>
            <numerusform>Copied line</numerusform>
            <numerusform>Copied %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n digest(s)</source>
        <translation>
            <numerusform>Copied digest</numerusform>
            <numerusform>Copied %n digests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n name(s)</source>
        <translation>
            <numerusform>Copied name</numerusform>
            <numerusform>Copied %n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::DriftPage</name>
    <message numerus="yes">
        <source>%n thing(s) could not be checked</source>
        <translation>
            <numerusform>%n thing could not be checked</numerusform>
            <numerusform>%n things could not be checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No drift among %n image(s)</source>
        <translation>
            <numerusform>No drift among %n image</numerusform>
            <numerusform>No drift among %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No drift. %n image(s) match %1</source>
        <translation>
            <numerusform>No drift. %n image matches %1</numerusform>
            <numerusform>No drift. %n images match %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The policy expects %n shared layer(s).</source>
        <translation>
            <numerusform>The policy expects %n shared layer.</numerusform>
            <numerusform>The policy expects %n shared layers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No open finding among %n image(s)</source>
        <translation>
            <numerusform>No open finding among %n image</numerusform>
            <numerusform>No open finding among %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledged</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n acknowledged</numerusform>
            <numerusform>%n acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) not checked</source>
        <translation>
            <numerusform>%n thing not checked</numerusform>
            <numerusform>%n things not checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::DiffBar</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::DiffForm</name>
    <message numerus="yes">
        <source>Lines end in several ways on both sides, %n line(s) differently: line %1 on the left in %2, line %3 on the right in %4.</source>
        <translation>
            <numerusform>Lines end in several ways on both sides, %n line differently: line %1 on the left in %2, line %3 on the right in %4.</numerusform>
            <numerusform>Lines end in several ways on both sides, %n lines differently: first line %1 on the left in %2, line %3 on the right in %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::FilesPage</name>
    <message numerus="yes">
        <source>%1 differs in %n places</source>
        <translation>
            <numerusform>%1 differs in %n place</numerusform>
            <numerusform>%1 differs in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::GrowthCard</name>
    <message numerus="yes">
        <source>%n hidden; budget and forecast are of the whole</source>
        <translation>
            <numerusform>%n hidden; budget and forecast are of the whole</numerusform>
            <numerusform>%n hidden; budget and forecast are of the whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::HistoryModel</name>
    <message numerus="yes">
        <source>Tag(s) %1 moved</source>
        <translation>
            <numerusform>Tag %1 moved</numerusform>
            <numerusform>Tags %1 moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag(s) %1 added</source>
        <translation>
            <numerusform>Tag %1 added</numerusform>
            <numerusform>Tags %1 added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag(s) %1 removed</source>
        <translation>
            <numerusform>Tag %1 removed</numerusform>
            <numerusform>Tags %1 removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untagged version(s) appeared</source>
        <translation>
            <numerusform>%n untagged version appeared</numerusform>
            <numerusform>%n untagged versions appeared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untagged version(s) gone</source>
        <translation>
            <numerusform>%n untagged version gone</numerusform>
            <numerusform>%n untagged versions gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::Inventory</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::InventoryModel</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 of %n image</numerusform>
            <numerusform>%1 of %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::InventoryPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hub(s)</source>
        <comment>in %n hubs</comment>
        <translation>
            <numerusform>%n hub</numerusform>
            <numerusform>%n hubs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) while reading.</source>
        <translation>
            <numerusform>%n problem while reading.</numerusform>
            <numerusform>%n problems while reading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s) could not be read whole.</source>
        <translation>
            <numerusform>%1 of %n image could not be read whole.</numerusform>
            <numerusform>%1 of %n images could not be read whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::InventorySelection</name>
    <message numerus="yes">
        <source>Export %n selected row(s) as CSV</source>
        <translation>
            <numerusform>Export %n selected row as CSV</numerusform>
            <numerusform>Export %n selected rows as CSV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n image(s) as CSV</source>
        <translation>
            <numerusform>Export %n image as CSV</numerusform>
            <numerusform>Export %n images as CSV</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::LadderModel</name>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n layer, %1</numerusform>
            <numerusform>%n layers, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::LayersModel</name>
    <message numerus="yes">
        <source>%n image(s) have this layer</source>
        <translation>
            <numerusform>%n image has this layer</numerusform>
            <numerusform>%n images have this layer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::LockDialog</name>
    <message numerus="yes">
        <source>%n tag(s) on another digest</source>
        <translation>
            <numerusform>%n tag on another digest</numerusform>
            <numerusform>%n tags on another digest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something else said of it</source>
        <translation>
            <numerusform>%n with something else said of it</numerusform>
            <numerusform>%n with something else said of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no %1 yet. %n tag(s) are pinned.</source>
        <translation>
            <numerusform>There is no %1 yet. %n tag is pinned.</numerusform>
            <numerusform>There is no %1 yet. %n tags are pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has a merge that was left open; the registry decides %n conflict(s).</source>
        <translation>
            <numerusform>The file has a merge that was left open; the registry decides %n conflict.</numerusform>
            <numerusform>The file has a merge that was left open; the registry decides %n conflicts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::LogHead</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s)</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::ManifestTab</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::MessageBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::SettingsDesk</name>
    <message numerus="yes">
        <source>%n setting(s) cannot be understood; their usual values count. The first: %1</source>
        <translation>
            <numerusform>%n setting cannot be understood; its usual value counts. The first: %1</numerusform>
            <numerusform>%n settings cannot be understood; their usual values count. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::SettingsDialog</name>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::StatusBar</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::StoragePage</name>
    <message numerus="yes">
        <source>%n version(s) could not be read</source>
        <translation>
            <numerusform>%n version could not be read</numerusform>
            <numerusform>%n versions could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) tell no size</source>
        <translation>
            <numerusform>%n layer tells no size</numerusform>
            <numerusform>%n layers tell no size</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most; %n lock file(s) not read</source>
        <translation>
            <numerusform>At most; %n lock file not read</numerusform>
            <numerusform>At most; %n lock files not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lock file(s) not read</source>
        <translation>
            <numerusform>%n lock file not read</numerusform>
            <numerusform>%n lock files not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) not judged</source>
        <translation>
            <numerusform>%n image not judged</numerusform>
            <numerusform>%n images not judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blob(s) of unknown size</source>
        <translation>
            <numerusform>%n blob of unknown size</numerusform>
            <numerusform>%n blobs of unknown size</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es) of the budget in %1</source>
        <translation>
            <numerusform>%n breach of the budget in %1</numerusform>
            <numerusform>%n breaches of the budget in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in %1</source>
        <comment>breaches</comment>
        <translation>
            <numerusform>%n in %1</numerusform>
            <numerusform>%n in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of hubs and families</source>
        <translation>
            <numerusform>%n of hubs and families</numerusform>
            <numerusform>%n of hubs and families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No reading was over its budget (%n budget(s))</source>
        <translation>
            <numerusform>No reading was over its budget (%n budget)</numerusform>
            <numerusform>No reading was over its budget (%n budgets)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) without a manifest in the registry: nothing could be weighed</source>
        <translation>
            <numerusform>%n version without a manifest in the registry: nothing could be weighed</numerusform>
            <numerusform>%n versions without a manifest in the registry: nothing could be weighed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a manifest</source>
        <comment>versions</comment>
        <translation>
            <numerusform>%n without a manifest</numerusform>
            <numerusform>%n without a manifest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::Summary</name>
    <message numerus="yes">
        <source>Platform(s)</source>
        <translation>
            <numerusform>Platform</numerusform>
            <numerusform>Platforms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::TreeFoot</name>
    <message numerus="yes">
        <source>%n column(s) hidden at this width</source>
        <translation>
            <numerusform>%n column hidden at this width</numerusform>
            <numerusform>%n columns hidden at this width</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::WhatIf</name>
    <message numerus="yes">
        <source>untagged versions kept for %n day(s)</source>
        <translation>
            <numerusform>untagged versions kept for %n day</numerusform>
            <numerusform>untagged versions kept for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n tagged version(s) of each image kept</source>
        <translation>
            <numerusform>the newest tagged version of each image kept</numerusform>
            <numerusform>the newest %n tagged versions of each image kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) dropped</source>
        <translation>
            <numerusform>%n version dropped</numerusform>
            <numerusform>%n versions dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image version(s) on another base</source>
        <translation>
            <numerusform>%n image version on another base</numerusform>
            <numerusform>%n image versions on another base</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n base version(s) no longer needed</source>
        <translation>
            <numerusform>%n base version no longer needed</numerusform>
            <numerusform>%n base versions no longer needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image version(s) stand on no known base and stay</source>
        <translation>
            <numerusform>%n image version stands on no known base and stays</numerusform>
            <numerusform>%n image versions stand on no known base and stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image version(s) have no chosen base and stay</source>
        <translation>
            <numerusform>%n image version has no chosen base and stays</numerusform>
            <numerusform>%n image versions have no chosen base and stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen base(s) cannot be used: nothing of them was read</source>
        <translation>
            <numerusform>%n chosen base cannot be used: nothing of it was read</numerusform>
            <numerusform>%n chosen bases cannot be used: nothing of them was read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least: %n version(s) could not be read, or tell no sizes</source>
        <translation>
            <numerusform>at least: %n version could not be read, or tells no sizes</numerusform>
            <numerusform>at least: %n versions could not be read, or tell no sizes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::WhatIfForm</name>
    <message numerus="yes">
        <source>Keep for %n day(s)</source>
        <translation>
            <numerusform>Keep for %n day</numerusform>
            <numerusform>Keep for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the newest %n of each image</source>
        <translation>
            <numerusform>Keep the newest of each image</numerusform>
            <numerusform>Keep the newest %n of each image</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::PaletteFacets</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::FileVerdict</name>
    <message numerus="yes">
        <source>%n error(s), the first in line %1</source>
        <translation>
            <numerusform>%n error, in line %1</numerusform>
            <numerusform>%n errors, the first in line %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::NotesPanel</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked</source>
        <translation>
            <numerusform>%n file checked</numerusform>
            <numerusform>%n files checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with errors</source>
        <translation>
            <numerusform>%n file with errors</numerusform>
            <numerusform>%n files with errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::IssuesDialog</name>
    <message numerus="yes">
        <source>%n issue(s) to open</source>
        <translation>
            <numerusform>%n issue to open</numerusform>
            <numerusform>%n issues to open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to update</source>
        <translation>
            <numerusform>%n to update</numerusform>
            <numerusform>%n to update</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to close</source>
        <translation>
            <numerusform>%n to close</numerusform>
            <numerusform>%n to close</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n issue(s)</source>
        <translation>
            <numerusform>Change %n issue</numerusform>
            <numerusform>Change %n issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::CleanupActing</name>
    <message numerus="yes">
        <source>%n version(s) restored.</source>
        <translation>
            <numerusform>%n version restored.</numerusform>
            <numerusform>%n versions restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be.</source>
        <translation>
            <numerusform>%n could not be.</numerusform>
            <numerusform>%n could not be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::CleanupPage</name>
    <message numerus="yes">
        <source>%n versions stay with tags that a rule is for: they have others, or an index that stays lists them. One tag alone is taken away with “slipwayctl cleanup untag PACKAGE:TAG”.</source>
        <translation>
            <numerusform>%n version stays with a tag that a rule is for: it has others, or an index that stays lists it. One tag alone is taken away with “slipwayctl cleanup untag PACKAGE:TAG”.</numerusform>
            <numerusform>%n versions stay with tags that a rule is for: they have others, or an index that stays lists them. One tag alone is taken away with “slipwayctl cleanup untag PACKAGE:TAG”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) deleted, which frees at least %1.</source>
        <translation>
            <numerusform>%n version deleted, which frees at least %1.</numerusform>
            <numerusform>%n versions deleted, which frees at least %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted by others</source>
        <translation>
            <numerusform>%n deleted by others</numerusform>
            <numerusform>%n deleted by others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) deleted, which frees %1.</source>
        <translation>
            <numerusform>%n version deleted, which frees %1.</numerusform>
            <numerusform>%n versions deleted, which frees %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped.</source>
        <translation>
            <numerusform>%n skipped.</numerusform>
            <numerusform>%n skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tagged version(s) could not be pulled whole before it; they do not count here.</source>
        <translation>
            <numerusform>%n tagged version could not be pulled whole before it; it does not count here.</numerusform>
            <numerusform>%n tagged versions could not be pulled whole before it; they do not count here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept version(s) gone since the plan, deleted by somebody else.</source>
        <translation>
            <numerusform>%n kept version is gone since the plan, deleted by somebody else.</numerusform>
            <numerusform>%n kept versions are gone since the plan, deleted by somebody else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept tag(s) cannot be pulled whole any more. What they lack is not in the journal of this cleanup, which cannot bring it back.</source>
        <translation>
            <numerusform>%n kept tag cannot be pulled whole any more. What it lacks is not in the journal of this cleanup, which cannot bring it back.</numerusform>
            <numerusform>%n kept tags cannot be pulled whole any more. What they lack is not in the journal of this cleanup, which cannot bring it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept tag(s) cannot be pulled whole any more: bring back what was deleted.</source>
        <translation>
            <numerusform>%n kept tag cannot be pulled whole any more: bring back what was deleted.</numerusform>
            <numerusform>%n kept tags cannot be pulled whole any more: bring back what was deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can be restored, %n day(s) left</source>
        <translation>
            <numerusform>Can be restored, %n day left</numerusform>
            <numerusform>Can be restored, %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; if it is gone after all, it can be restored, %n day(s) left</source>
        <comment>that it stays</comment>
        <translation>
            <numerusform>%1; if it is gone after all, it can be restored, %n day left</numerusform>
            <numerusform>%1; if it is gone after all, it can be restored, %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) to remove</source>
        <translation>
            <numerusform>%n version to remove</numerusform>
            <numerusform>%n versions to remove</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s)</source>
        <translation>
            <numerusform>%n stays</numerusform>
            <numerusform>%n stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) away</source>
        <translation>
            <numerusform>%n version away</numerusform>
            <numerusform>%n versions away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) announced, perhaps away</source>
        <translation>
            <numerusform>%n version announced, perhaps away</numerusform>
            <numerusform>%n versions announced, perhaps away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n restored</numerusform>
            <numerusform>%n restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) would go, which frees %1</source>
        <translation>
            <numerusform>%n version would go, which frees %1</numerusform>
            <numerusform>%n versions would go, which frees %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n version(s) from %1?</source>
        <translation>
            <numerusform>Delete %n version from %1?</numerusform>
            <numerusform>Delete %n versions from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected version(s) stay.</source>
        <translation>
            <numerusform>%n protected version stays.</numerusform>
            <numerusform>%n protected versions stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n version(s)</source>
        <comment>to be typed</comment>
        <translation>
            <numerusform>delete %n version</numerusform>
            <numerusform>delete %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n version(s)</source>
        <translation>
            <numerusform>Delete %n version</numerusform>
            <numerusform>Delete %n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to know about this plan</source>
        <translation>
            <numerusform>%n thing to know about this plan</numerusform>
            <numerusform>%n things to know about this plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) are to be put back, since their trees stay.</source>
        <translation>
            <numerusform>%n version is to be put back, since its tree stays.</numerusform>
            <numerusform>%n versions are to be put back, since their trees stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n version(s) are to be put back, since their trees stay: whether all of them are gone is looked at first.</source>
        <translation>
            <numerusform>Up to %n version is to be put back, since its tree stays: whether it is gone is looked at first.</numerusform>
            <numerusform>Up to %n versions are to be put back, since their trees stay: whether all of them are gone is looked at first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put up to %n version(s) of %1 back?</source>
        <translation>
            <numerusform>Put up to %n version of %1 back?</numerusform>
            <numerusform>Put up to %n versions of %1 back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put up to %n version(s) back</source>
        <translation>
            <numerusform>Put up to %n version back</numerusform>
            <numerusform>Put up to %n versions back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n version(s) of %1 back?</source>
        <translation>
            <numerusform>Put %n version of %1 back?</numerusform>
            <numerusform>Put %n versions of %1 back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n version(s) back</source>
        <translation>
            <numerusform>Put %n version back</numerusform>
            <numerusform>Put %n versions back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::HistoryPane</name>
    <message numerus="yes">
        <source>Restore %n version(s)</source>
        <translation>
            <numerusform>Restore %n version</numerusform>
            <numerusform>Restore %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::HoldsCard</name>
    <message numerus="yes">
        <source>%1: %n version(s)</source>
        <translation>
            <numerusform>%1: %n version</numerusform>
            <numerusform>%1: %n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::PlanPane</name>
    <message numerus="yes">
        <source>Delete %n version(s)…</source>
        <translation>
            <numerusform>Delete %n version…</numerusform>
            <numerusform>Delete %n versions…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::PlanStrip</name>
    <message numerus="yes">
        <source>version(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform>version</numerusform>
            <numerusform>versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::PolicyEditor</name>
    <message numerus="yes">
        <source>%n version(s) would go, which frees %1.</source>
        <translation>
            <numerusform>%n version would go, which frees %1.</numerusform>
            <numerusform>%n versions would go, which frees %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s), %2</source>
        <comment>rule; bytes</comment>
        <translation>
            <numerusform>%1: %n version, %2</numerusform>
            <numerusform>%1: %n versions, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) that the rules would delete stay, since something protects them.</source>
        <translation>
            <numerusform>%n version that the rules would delete stays, since something protects it.</numerusform>
            <numerusform>%n versions that the rules would delete stay, since something protects them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n version(s)</source>
        <comment>what protects</comment>
        <translation>
            <numerusform>%1: %n version</numerusform>
            <numerusform>%1: %n versions</numerusform>
        </translation>
    </message>
</context>
</TS>
