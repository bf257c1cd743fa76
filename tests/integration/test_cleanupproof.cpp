#include "integration/cleaning.h"
#include "support/suite.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"amd"_s, {}, {u"base"_s, u"amd"_s})
        .index(u"v1"_s, {u"v1"_s}, {u"amd"_s})
        .signature(u"sig"_s, u"amd"_s)
        .image(u"p1"_s, {u"pr-1"_s}, {u"base"_s, u"p1"_s})
        .image(u"p2"_s, {u"pr-2"_s}, {u"base"_s, u"p2"_s});
}

class TestCleanupProof final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What the lists still show after a cleanup, and what became of a kept version meanwhile.
    void itIsOfWhatIsKept_data()
    {
        QTest::addColumn<QString>("lists"); ///< "lag": of the last change, "old": of all, "fail"
        QTest::addColumn<QString>("lost");  ///< the keys that go after the cleanup; "!": by the journal, it went
        QTest::addColumn<QString>("told");
        QTest::newRow("nothing is lost") << QString() << QString() << QString();
        QTest::newRow("the list lags behind") << u"lag"_s << QString() << QString();
        QTest::newRow("the list is from before the cleanup") << u"old"_s << QString() << QString();
        QTest::newRow("the list cannot be read") << u"fail"_s << QString() << u"problem"_s;
        QTest::newRow("a kept child is lost") << QString() << u"amd"_s << u"broken v1: amd, gone amd"_s;
        QTest::newRow("a kept child is lost, the list lags behind") << u"lag"_s << u"amd"_s << u"broken v1: amd"_s;
        QTest::newRow("a kept child is lost, the list is old") << u"old"_s << u"amd"_s << u"broken v1: amd"_s;
        QTest::newRow("a kept child is lost, the list cannot be read")
            << u"fail"_s << u"amd"_s << u"broken v1: amd, problem"_s;
        QTest::newRow("the journal has what is lost")
            << QString() << u"amd!"_s << u"broken v1: amd, broken amd: amd, restore helps"_s;
        QTest::newRow("the journal has what is lost, the list is old")
            << u"old"_s << u"amd!"_s << u"broken v1: amd, restore helps"_s;
        QTest::newRow("a signature is lost") << QString() << u"sig"_s << u"gone sig"_s;
        QTest::newRow("a signature is lost, the list is old") << u"old"_s << u"sig"_s << u"gone sig"_s;
        QTest::newRow("a kept tag is gone") << QString() << u"v1"_s << u"gone v1"_s;
        QTest::newRow("a kept tag is gone, the list is old") << u"old"_s << u"v1"_s << u"gone v1"_s;
        QTest::newRow("a kept tag is gone, the list cannot be read") << u"fail"_s << u"v1"_s << u"gone v1, problem"_s;
    }

    void itIsOfWhatIsKept()
    {
        QFETCH(const QString, lists);
        QFETCH(const QString, lost);
        SimulatorOptions options;
        options.staleLists = lists == "lag"_L1 ? 2 : 0;
        Cleaning cleaning(organisation(), options);
        const auto plan = cleaning.plan(pullRequestPolicy());
        QCOMPARE(plan.deletions.size(), size_t(2));
        const auto before = cleaning.owner().scan(ScanDepth::Full);
        const auto digests = keysByDigest(cleaning);
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QCOMPARE(cleaning.left(), u"amd sig v1"_s);
        if (!lost.isEmpty()) {
            const QString key = lost.chopped(lost.endsWith(u'!') ? 1 : 0);
            if (lost.endsWith(u'!'))
                writeDeleted(cleaning, outcome->journal, *cleaning.package().findId(cleaning.idOf(key).value));
            cleaning.package().remove(cleaning.idOf(key).value, cleaning.now());
        }
        if (lists == "fail"_L1) {
            cleaning.owner().hurry();
            cleaning.owner().server().addFault(*parseFault(u"status=502,route=*/versions,method=GET"_s));
        }
        const auto proof = cleaning.proof(plan, lists == "old"_L1 ? *before : nullptr);
        QTEST(told(proof, digests), "told");
        QCOMPARE(proof.isProven(), proof.broken.empty() && lists != "fail"_L1);
    }

    /// Whether a version is still there takes an answer about its row; without one it is not called broken.
    void whatCannotBeLookedAtIsNotBroken()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto before = cleaning.owner().scan(ScanDepth::Full);
        QVERIFY(cleaning.apply(plan).has_value());
        cleaning.package().remove(cleaning.idOf(u"v1"_s).value, cleaning.now());
        cleaning.owner().hurry();
        cleaning.owner().server().addFault(*parseFault(u"status=502,route=*/versions/*,method=GET"_s));
        const auto proof = cleaning.proof(plan, *before);
        QVERIFY(proof.broken.empty() && proof.gone.empty() && !proof.problems.empty());
    }

    /// Its tag resolves, but what it lists was not asked for: the proof is open, and says of what.
    void whatCannotBeReadAfterwardsIsNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::newRow("an index") << u"v1"_s << u"app:v1"_s;
        QTest::newRow("what it lists") << u"amd"_s << u"app@"_s;
    }

    void whatCannotBeReadAfterwardsIsNamed()
    {
        QFETCH(const QString, key);
        QFETCH(QString, name);
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(pullRequestPolicy());
        QVERIFY(cleaning.apply(plan).has_value());
        const auto digest = cleaning.package().findId(cleaning.idOf(key).value)->digest;
        if (name.endsWith(u'@'))
            name += digest.shortForm();
        // Whoever has read it before need not read it again; as after a plan from another machine, nobody has.
        const auto store = cleaning.owner().storePath();
        for (const QString& end : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(store + end);
        cleaning.owner().restart();
        cleaning.owner().hurry();
        cleaning.owner().server().addFault(
            *parseFault(u"status=502,method=GET,route=*/manifests/"_s + digest.toString()));
        const auto after = cleaning.owner().scan(ScanDepth::Full);
        QVERIFY(after.has_value());
        const auto proof = cleaning.proof(plan, *after);
        QCOMPARE(proof.problems.size(), size_t(1));
        QCOMPARE(proof.problems.front().subject, name);
        QVERIFY(!proof.isProven() && proof.broken.empty() && proof.gone.empty());
    }

    /// A kept tag goes on to another version, and that one goes: nobody can pull it any more. One that stays there can.
    void aKeptTagThatLeadsNowhereIsBroken_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("moved") << true;
        QTest::newRow("moved, and gone with what it was moved to") << false;
    }

    void aKeptTagThatLeadsNowhereIsBroken()
    {
        QFETCH(const bool, isThere);
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        const auto digests = keysByDigest(cleaning);
        cleaning.moveTag(u"v1"_s, u"amd"_s);
        QVERIFY(cleaning.proof(plan).isProven());
        if (!isThere) {
            cleaning.push(u"other"_s, {u"amd"_s});
            auto& app = cleaning.package();
            const auto other = *app.findTag(u"other"_s);
            app.moveTag(u"v1"_s, other.digest, cleaning.now());
            app.remove(other.id, cleaning.now());
        }
        QCOMPARE(told(cleaning.proof(plan), digests), isThere ? QString() : u"broken v1: v1"_s);
    }

    /// A kept tag leads to what was pushed after the lists were read, or what they do not show yet: whether that is
    /// whole nobody has looked at.
    void aTagThatLeadsWhereNoListDoesLeavesItOpen()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(pullRequestPolicy());
        QVERIFY(cleaning.apply(plan).has_value());
        const auto snapshot = cleaning.owner().scan(ScanDepth::Full);
        QVERIFY(cleaning.proof(plan, *snapshot).isProven());
        cleaning.push(u"v1"_s, {u"amd"_s});
        const auto proof = cleaning.proof(plan, *snapshot);
        QVERIFY(!proof.isProven() && proof.broken.empty());
        QCOMPARE(proof.problems.size(), size_t(1));
        QVERIFY2(proof.problems.front().detail.startsWith("v1 leads to "_L1),
                 qPrintable(proof.problems.front().detail));
        QVERIFY(cleaning.proof(plan).isProven());
    }

    /// What was brought back is kept again.
    void whatWasRestoredCountsAgain()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value());
        const auto back = cleaning.restore(outcome->journal);
        QVERIFY(back.has_value() && back->restored.size() == 2);
        QVERIFY(cleaning.proof(plan).isProven());
        const auto snapshot = cleaning.owner().scan(ScanDepth::Full);
        // The row of one is there, and the registry has nothing of it.
        const auto p1 = cleaning.package().findId(cleaning.idOf(u"p1"_s).value)->digest;
        cleaning.owner().server().addFault(*parseFault(u"status=404,method=HEAD,route=*/manifests/"_s + p1.toString()));
        const auto proof = cleaning.proof(plan, *snapshot);
        QCOMPARE(proof.broken.size(), size_t(1));
        QCOMPARE(proof.broken.front().tags, QStringList{u"pr-1"_s});
    }

private:
    static QHash<Digest, QString> keysByDigest(const Cleaning& cleaning)
    {
        QHash<Digest, QString> keys;
        for (const QString& key : {u"amd"_s, u"v1"_s, u"sig"_s, u"p1"_s, u"p2"_s})
            keys.insert(cleaning.package().findId(cleaning.idOf(key).value)->digest, key);
        return keys;
    }

    /// As if the run had deleted it.
    static void writeDeleted(Cleaning& cleaning, const QString& path, const SimVersion& version)
    {
        auto entries = readJournal(path)->entries;
        const auto some = std::ranges::find(entries, JournalEvent::Intended, &JournalEntry::event);
        QVERIFY(some != entries.end());
        JournalEntry entry = *some;
        entry.id = {version.id};
        entry.digest = version.digest;
        entry.tags.clear();
        entry.holders.reset();
        const auto document = cleaning.owner().server().state().content.manifest(version.digest);
        QVERIFY(document.has_value());
        entry.manifest = document->bytes;
        entry.mediaType = QString::fromUtf8(document->mediaType);
        entries.push_back(entry);
        entry.event = JournalEvent::Deleted;
        entries.push_back(entry);
        rewriteJournal(path, entries);
    }

    static QString told(const CleanupProof& proof, const QHash<Digest, QString>& keys)
    {
        QStringList words;
        for (const auto& broken : proof.broken) {
            QStringList missing;
            for (const Digest& digest : broken.missing)
                missing.append(keys.value(digest));
            words.append(u"broken %1: %2"_s.arg(keys.value(broken.digest), missing.join(u' ')));
        }
        for (const auto& gone : proof.gone)
            words.append(u"gone "_s + keys.value(gone.digest));
        if (!proof.problems.empty())
            words.append(u"problem"_s);
        if (proof.restoreHelps)
            words.append(u"restore helps"_s);
        return words.join(u", "_s);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupProof);

} // namespace

#include "test_cleanupproof.moc"
