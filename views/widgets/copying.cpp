#include "views/widgets/copying.h"

#include "views/widgets/copybutton.h"
#include "views/widgets/toast.h"

#include <QCoreApplication>

namespace slipway
{

namespace
{

struct CopyingTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::Copying)
};

/// A last line feed ends a line and begins none.
qsizetype linesIn(const QString& text)
{
    return text.count(u'\n') + (text.endsWith(u'\n') ? 0 : 1);
}

QString sentenceOf(Copied what, int count)
{
    switch (what) {
    case Copied::Text:
        return CopyingTexts::tr("Copied as text");
    case Copied::Csv:
        return CopyingTexts::tr("Copied as CSV");
    case Copied::Markdown:
        return CopyingTexts::tr("Copied as Markdown");
    case Copied::Line:
        return CopyingTexts::tr("Copied %n line(s)", nullptr, count);
    case Copied::Digest:
        return CopyingTexts::tr("Copied %n digest(s)", nullptr, count);
    case Copied::Name:
        return CopyingTexts::tr("Copied %n name(s)", nullptr, count);
    case Copied::Config:
        return CopyingTexts::tr("Copied config");
    case Copied::File:
        return CopyingTexts::tr("Copied file");
    }
    return {};
}

} // namespace

void copyAndTell(QWidget& from, const QString& text, Copied what, qsizetype count)
{
    if (text.isEmpty())
        return;
    copyToClipboard(text);
    tellDone(from, sentenceOf(what, static_cast<int>(what == Copied::Line ? linesIn(text) : count)));
}

void copyAndTell(QWidget& from, const QStringList& texts, Copied what)
{
    copyAndTell(from, texts.join(u'\n'), what, texts.size());
}

} // namespace slipway
