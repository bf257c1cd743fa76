#include "store/auditlog.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

AuditRow rowOf(int number)
{
    AuditRow row;
    row.at = QDateTime::fromString(u"2025-11-21T14:32:00.250Z"_s, Qt::ISODateWithMs).addSecs(number);
    row.who = u"slipwayctl, ada"_s;
    row.owner = u"acme"_s;
    row.action = u"cleanup.delete"_s;
    row.subject = u"app %1"_s.arg(number);
    row.result = u"done"_s;
    return row;
}

class TestAuditLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowFromOneAnother()
    {
        const AuditLog log(path());
        QVERIFY(log.read().value().rows.empty());
        for (int number = 0; number < 400; ++number)
            QVERIFY(log.append({rowOf(number)}).has_value());
        QVERIFY(log.append({rowOf(400), rowOf(401)}).has_value());
        const auto text = log.read().value();
        QCOMPARE(text.rows.size(), size_t(402));
        QCOMPARE(text.broken, QString());
        QVERIFY(text.rows[0].previous.isNull());
        for (size_t i = 1; i < text.rows.size(); ++i)
            QCOMPARE(text.rows[i].previous, text.rows[i - 1].digest);
        QCOMPARE(text.rows[401].subject, u"app 401"_s);
        QCOMPARE(text.rows[401].at, rowOf(401).at);
    }

    void whatWasChangedShows_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("a word") << u"word"_s << u"2"_s;
        QTest::newRow("a row taken out") << u"out"_s << u"2"_s;
        QTest::newRow("a row twice") << u"twice"_s << u"3"_s;
        QTest::newRow("two rows in another order") << u"order"_s << u"2"_s;
        QTest::newRow("the first taken out") << u"first"_s << u"1"_s;
    }

    void whatWasChangedShows()
    {
        QFETCH(QString, change);
        QVERIFY(AuditLog(path()).append({rowOf(1), rowOf(2), rowOf(3), rowOf(4)}).has_value());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto lines = file.readAll().split('\n');
        if (change == "word"_L1)
            lines[1].replace("app 2", "app 9");
        else if (change == "out"_L1)
            lines.removeAt(1);
        else if (change == "twice"_L1)
            lines.insert(2, lines[1]);
        else if (change == "order"_L1)
            lines.swapItemsAt(1, 2);
        else if (change == "first"_L1)
            lines.removeAt(0);
        QTEST(parseAudit(lines.join('\n')).broken, "line");
    }

    void aTornLineIsCutAway()
    {
        const AuditLog log(path());
        QVERIFY(log.append({rowOf(1), rowOf(2)}).has_value());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 20));
        QVERIFY(log.read().value().isTorn);
        QVERIFY(log.append({rowOf(3)}).has_value());
        const auto text = log.read().value();
        QCOMPARE(text.rows.size(), size_t(2));
        QVERIFY(!text.isTorn && text.broken.isEmpty());
        QCOMPARE(text.rows[1].subject, u"app 3"_s);
    }

    void cleanup() { QFile::remove(path()); }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"audit.jsonl"_s); }

    QTemporaryDir m_folder;
};

SLIPWAY_TEST_SUITE(TestAuditLog);

} // namespace

#include "test_auditlog.moc"
