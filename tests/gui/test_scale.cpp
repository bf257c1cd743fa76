#include "integration/process.h"
#include "support/suite.h"

#include <QCoreApplication>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Rule 24 (docs/rules.md) at the scales people have, and with text at 150 %: each is a process of its own, for Qt
/// takes its scale once.
class TestScale final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rule24_everythingFitsAtEachScale_data();
    void rule24_everythingFitsAtEachScale();
};

void TestScale::rule24_everythingFitsAtEachScale_data()
{
    QTest::addColumn<QString>("scale");
    QTest::addColumn<double>("text");
    QTest::addColumn<QString>("language");
    const auto add = [](const QString& scale, double text) {
        for (const auto& language : {u"en"_s, u"de"_s})
            QTest::addRow("%s, text %.1f, %s", qPrintable(scale), text, qPrintable(language))
                << scale << text << language;
    };
    for (const auto& scale : {u"1"_s, u"1.25"_s, u"1.5"_s, u"2"_s, u"3"_s})
        add(scale, 1);
    add(u"1"_s, 1.5);
    add(u"1.25"_s, 1.5);
}

void TestScale::rule24_everythingFitsAtEachScale()
{
    QFETCH(const QString, scale);
    QFETCH(const double, text);
    QFETCH(const QString, language);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, scale);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    auto outcome =
        run(QCoreApplication::applicationDirPath() + u"/fits"_s, {language, QString::number(text)}, environment);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.output, QByteArray("scale ") + QByteArray::number(scale.toDouble(), 'f', 2) + ", text "
                                 + QByteArray::number(text, 'f', 1) + '\n');
    // The offscreen platform says so of every dialog of a fixed width, of what comes to the front, and of open lists.
    for (const auto* can : {"propagateSizeHints()", "raise()", "grabbing the keyboard"})
        outcome.errors.replace("This plugin does not support "_ba + can + '\n', "");
    QVERIFY2(outcome.errors.isEmpty(), outcome.errors.constData());
}

SLIPWAY_TEST_SUITE(TestScale);

} // namespace slipway::test

#include "test_scale.moc"
