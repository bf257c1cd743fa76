#include "models/palettesuggestions.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

PaletteEntry action(const QString& id)
{
    PaletteEntry made;
    made.key = kActionKey + id;
    made.title = id;
    return made;
}

std::vector<PaletteEntry> offered()
{
    std::vector<PaletteEntry> all{action(u"other"_s)};
    for (const auto& id :
         {u"refresh"_s, u"copy-digest"_s, u"copy-pull-command"_s, u"add-account"_s, u"manage-accounts"_s, u"log"_s,
          u"inventory.compareLayers"_s, u"inventory.copyText"_s, u"inventory.clearFilter"_s})
        all.push_back(action(id));
    return all;
}

WindowFacts withVersion()
{
    WindowFacts facts;
    facts.rows = 1;
    facts.digest = u"sha256:51"_s;
    facts.pullCommand = u"docker pull x"_s;
    return facts;
}

WindowFacts withRows(qsizetype rows)
{
    WindowFacts facts = withVersion();
    facts.rows = rows;
    return facts;
}

/// A hub has no digest.
WindowFacts withGroup()
{
    WindowFacts facts;
    facts.rows = 1;
    return facts;
}

WindowFacts filtered(WindowFacts facts)
{
    facts.filter = u"gpu"_s;
    return facts;
}

WindowFacts standing(DataStanding data, WindowFacts facts = {})
{
    facts.data = data;
    facts.age = u"Stale 12 min"_s;
    if (data == DataStanding::Failed)
        facts.failure = u"No connection"_s;
    return facts;
}

WindowFacts with(WindowFacts facts, bool WindowFacts::* fact, bool value)
{
    facts.*fact = value;
    return facts;
}

/// "refresh (Stale 12 min), log"
QString suggested(const WindowFacts& facts, const std::vector<PaletteEntry>& entries)
{
    QStringList texts;
    for (const auto& entry : suggestActions(facts, entries))
        texts.append(entry.title + (entry.detail.isEmpty() ? QString() : u" (%1)"_s.arg(entry.detail)));
    return texts.join(u", "_s);
}

} // namespace

class TestPaletteSuggestions final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void suggests_data();
    void suggests();
    void whatCannotBeDoneIsLeftOut();
};

void TestPaletteSuggestions::suggests_data()
{
    QTest::addColumn<WindowFacts>("facts");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const WindowFacts& facts, const QString& expected) {
        QTest::newRow(name) << facts << expected;
    };
    const QString copies = u"copy-pull-command (docker pull x), copy-digest (sha256:51)"_s;
    const auto failed = standing(DataStanding::Failed);
    const auto refused = with(failed, &WindowFacts::isTokenRefused, true);
    row("nothing", {}, {});
    row("a version", withVersion(), copies);
    row("a group", withGroup(), {});
    row("two rows", withRows(2), u"inventory.compareLayers, inventory.copyText"_s);
    row("a filter", filtered({}), u"inventory.clearFilter (gpu)"_s);
    row("being read", standing(DataStanding::Reading), {});
    row("old", standing(DataStanding::Old), u"refresh (Stale 12 min)"_s);
    row("old, kept offline", with(standing(DataStanding::Old), &WindowFacts::canRefresh, false), {});
    row("a version, filtered, old", standing(DataStanding::Old, filtered(withVersion())),
        copies + u", inventory.clearFilter (gpu), refresh (Stale 12 min)"_s);
    row("no more than four",
        with(standing(DataStanding::Old, filtered(withVersion())), &WindowFacts::hasAccount, false),
        copies + u", inventory.clearFilter (gpu), refresh (Stale 12 min)"_s);
    row("failed", failed, u"log (No connection), refresh (Stale 12 min)"_s);
    row("failed, the log open", with(failed, &WindowFacts::isLogOpen, true), u"refresh (Stale 12 min)"_s);
    row("failed, a version", standing(DataStanding::Failed, filtered(withVersion())),
        u"log (No connection), refresh (Stale 12 min), "_s + copies);
    row("refused", refused, u"manage-accounts, log (No connection), refresh (Stale 12 min)"_s);
    row("refused, no account", with(refused, &WindowFacts::hasAccount, false),
        u"add-account, log (No connection), refresh (Stale 12 min)"_s);
    row("no account", with({}, &WindowFacts::hasAccount, false), u"add-account"_s);
    row("no account, a version", with(withVersion(), &WindowFacts::hasAccount, false), copies + u", add-account"_s);
}

void TestPaletteSuggestions::suggests()
{
    QFETCH(const WindowFacts, facts);
    QTEST(suggested(facts, offered()), "expected");
}

/// What comes after it moves up.
void TestPaletteSuggestions::whatCannotBeDoneIsLeftOut()
{
    auto entries = offered();
    std::ranges::find(entries, u"inventory.compareLayers"_s, &PaletteEntry::title)->isEnabled = false;
    QCOMPARE(suggested(withRows(2), entries), u"inventory.copyText"_s);
    std::erase_if(entries, [](const PaletteEntry& entry) { return entry.title == "copy-digest"_L1; });
    QCOMPARE(
        suggested(with(standing(DataStanding::Old, filtered(withVersion())), &WindowFacts::hasAccount, false), entries),
        u"copy-pull-command (docker pull x), inventory.clearFilter (gpu), refresh (Stale 12 min), add-account"_s);
    QVERIFY(suggestActions(withVersion(), {}).empty());
}

SLIPWAY_TEST_SUITE(TestPaletteSuggestions);

} // namespace slipway::test

#include "test_palettesuggestions.moc"
