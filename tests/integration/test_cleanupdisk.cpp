#include "cleanup/cleanupjournal.h"
#include "integration/cleaning.h"
#include "support/suite.h"

#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// No file of this process grows beyond this while it lives: half a line can be written, then no more, as on a full
/// disk.
class FullDisk final
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    void fillUp(qint64 bytes) const
    {
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }

private:
    rlimit m_before{};
};

class TestCleanupDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Wherever in its journal a run meets the end of the disk: nothing goes that is not in it, and with room again the
    /// same plan ends.
    void aDiskThatFillsUpLosesNothing()
    {
        for (const int room : {0, 1, 40, 100, 160, 300, 700, 1000, 1500}) {
            Cleaning cleaning(Organisation()
                                  .package(u"app"_s)
                                  .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                                  .image(u"a"_s, {}, {u"base"_s, u"a"_s})
                                  .index(u"p1"_s, {u"pr-1"_s}, {u"a"_s})
                                  .image(u"b"_s, {}, {u"base"_s, u"b"_s})
                                  .index(u"p2"_s, {u"pr-2"_s}, {u"b"_s}));
            const auto plan =
                cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 500, percent: 100}"_s);
            const QString journal = journalPathOf(cleaning.folder(), plan);
            std::vector<PlannedVersion> told;
            {
                const FullDisk disk;
                const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress& progress) {
                    if (progress.deleted == 1)
                        disk.fillUp(QFileInfo(journal).size() + room);
                });
                QVERIFY(outcome.has_value());
                QVERIFY2(outcome->stopped.has_value(), qPrintable(QString::number(room)));
                QCOMPARE(outcome->stopped->kind, ErrorKind::FileAccess);
                told = outcome->deleted;
            }
            const auto text = readJournal(journal);
            QVERIFY(text.has_value());
            const auto state = stateOf(text->entries);
            for (const auto& planned : plan.deletions) {
                const bool isThere = cleaning.package().findId(planned.id.value)->presence == VersionPresence::Active;
                const auto* fate = state.of(planned.id);
                // Whether the line that tells of it could be written or not.
                QCOMPARE(std::ranges::contains(told, planned.id, &PlannedVersion::id), !isThere);
                QVERIFY2(isThere || (fate != nullptr && fate->mayBeAway && !fate->intent.manifest.isEmpty()),
                         qPrintable(QString::number(room)));
            }
            QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
            const auto again = cleaning.apply(plan);
            QVERIFY(again.has_value() && !again->stopped);
            QCOMPARE(cleaning.left(), u"v1"_s);
            QCOMPARE(again->deleted.size(), size_t(4));
            QCOMPARE(cleaning.deletionsAsked(), 4);
        }
    }
};

SLIPWAY_TEST_SUITE(TestCleanupDisk);

} // namespace

#include "test_cleanupdisk.moc"
