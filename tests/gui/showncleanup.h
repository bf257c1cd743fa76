#pragma once

#include "gui/windowfixture.h"
#include "models/cleanupfrom.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/cleanuppage.h"

namespace slipway::test
{

/// An organisation with something for each rule, and something that each protection holds.
[[nodiscard]] inline QString untidyOrganisation()
{
    return QStringLiteral(R"(
package affective-cpu repo=affective_processing_center
  c1 index days=3 tags=latest children=c1a@linux/amd64,c1b@linux/arm64
  c1a image days=3 layers=base:29779558,python:41000000,app:412000
  c1b image days=3 layers=armbase:28779558,armpython:40000000,armapp:412000
  pr9 index days=40 tags=pr-9 children=p9@linux/amd64
  p9 image days=40 layers=base:29779558,pr:120000000
  old image days=130 layers=base:29779558,old:300000000
package vision-gpu repo=vision_perception_hub
  v3 image days=4 tags=v0.3.0 layers=cuda:148897792,v3:2000000
  v2 image days=100 tags=v0.2.0 layers=cuda:148897792,v2:90000000
  run image days=118 layers=cuda:148897792,run:50000000
)");
}

[[nodiscard]] inline CleanupTerms untidyTerms()
{
    CleanupProtections protections;
    protections.targets = 1;
    protections.deployed.push_back({named(QStringLiteral("run")), QStringLiteral("demo-03"), DeployedRole::Running, 0});
    return cleanupTermsFrom(QStringLiteral("untagged: {olderThan: 90d}\n"
                                           "rules:\n"
                                           "  - {tags: 'pr-*', olderThan: 14d}\n"
                                           "  - {tags: 'v*', olderThan: 60d, keepLatest: 1}\n"
                                           "protect: {tags: [latest]}\n"
                                           "limits: {versions: 500, percent: 90}\n"),
                            protections);
}

/// Gives the window this organisation and its plan, and shows its Cleanup page. What it asks is answered at once.
inline void showCleanup(MainWindow& window)
{
    QObject::connect(&window.cleanupPage(), &CleanupPage::whyAsked, &window.cleanupPage(),
                     [page = &window.cleanupPage()](const QString& meant) {
                         page->takeAnswers(meant, whyKept(*page->sheet(), meant));
                     });
    auto& acting = window.cleanupPage().acting();
    QObject::connect(&acting, &CleanupActing::shareWanted, &acting,
                     [&acting](const CleanupSheetPtr& sheet, const QSet<PackageName>& leftOut) {
                         acting.takeShare(sheet, shareOf(*sheet, leftOut));
                     });
    const auto inventory = inventoryFrom(untidyOrganisation());
    window.setInventory(inventory);
    window.setState(PageState::ready());
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page)
        if (&window.pageAt(page) == &window.cleanupPage())
            window.setCurrentPage(page);
    window.cleanupPage().setSheet(cleanupFrom(inventory, untidyTerms()));
}

} // namespace slipway::test
