#include "gui/shownwindow.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/topbar.h"
#include "views/widgets/badge.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Where one is, in the top bar.
class TestBreadcrumb final : public QObject, protected ShownWindow
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showWindow()); }
    void cleanup() { closeWindow(); }
    void lastPartStaysBesideTheDemo();
    void lastPartStaysWhateverTheWidth();
};

/// In the smallest window what is left out is in the tooltip, and where one is is not left out.
void TestBreadcrumb::lastPartStaysBesideTheDemo()
{
    auto& breadcrumb = window().topBar().breadcrumb();
    (void)page().select({u"affective-gpu"_s}, {});
    QCOMPARE(breadcrumb.shownSteps(), page().breadcrumb());
    QCOMPARE(breadcrumb.toolTip(), QString());
    window().resize(1180, 720);
    window().setOwners({{u"Demo organisations"_s, {{OwnerChoice::Kind::Demo, u"northquay"_s}}}},
                       {OwnerChoice::Kind::Demo, u"northquay"_s});
    QVERIFY(window().topBar().demo().isVisible());
    QVERIFY(eventually([&] { return breadcrumb.shownSteps() != page().breadcrumb(); }));
    QCOMPARE(breadcrumb.shownSteps().constLast(), u"affective-gpu"_s);
    QCOMPARE(breadcrumb.toolTip(), page().breadcrumb().join(u" › "_s));
    QCOMPARE(breadcrumb.accessibleName(), u"You are at "_s + page().breadcrumb().join(u", "_s));
}

void TestBreadcrumb::lastPartStaysWhateverTheWidth()
{
    Breadcrumb breadcrumb;
    const QStringList steps{u"Inventory"_s, u"affective_processing_center"_s, u"apc"_s, u"apc-emotion-gpu"_s};
    breadcrumb.setSteps(steps);
    breadcrumb.show();
    qsizetype before = steps.size();
    for (int width = breadcrumb.sizeHint().width(); width > 0; --width) {
        breadcrumb.resize(width, 20);
        const QStringList shown = breadcrumb.shownSteps();
        QVERIFY(shown.size() <= before);
        QCOMPARE(shown.constLast(), steps.constLast());
        QCOMPARE(breadcrumb.toolTip().isEmpty(), width == breadcrumb.sizeHint().width());
        before = shown.size();
    }
    QCOMPARE(before, 1);
}

SLIPWAY_TEST_SUITE(TestBreadcrumb);

} // namespace slipway::test

#include "test_breadcrumb.moc"
