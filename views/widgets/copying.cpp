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

QString sentenceOf(Copied what)
{
    switch (what) {
    case Copied::Text:
        return CopyingTexts::tr("Copied as text");
    case Copied::Csv:
        return CopyingTexts::tr("Copied as CSV");
    case Copied::Markdown:
        return CopyingTexts::tr("Copied as Markdown");
    case Copied::Lines:
        return CopyingTexts::tr("Copied lines");
    case Copied::Digest:
        return CopyingTexts::tr("Copied digest");
    case Copied::Digests:
        return CopyingTexts::tr("Copied digests");
    case Copied::Names:
        return CopyingTexts::tr("Copied names");
    case Copied::Config:
        return CopyingTexts::tr("Copied config");
    case Copied::File:
        return CopyingTexts::tr("Copied file");
    }
    return {};
}

} // namespace

void copyAndTell(QWidget& from, const QString& text, Copied what)
{
    if (text.isEmpty())
        return;
    copyToClipboard(text);
    tellDone(from, sentenceOf(what));
}

} // namespace slipway
