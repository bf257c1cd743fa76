#include "views/inventory/jsonhighlighter.h"

#include "views/theme/tokens.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <QTextCharFormat>

namespace slipway
{

using namespace Qt::StringLiterals;

JsonHighlighter::JsonHighlighter(QTextDocument* document)
    : SyntaxHighlighter(document)
{
    setDefinition(m_repository.definitionForName(u"JSON"_s));
}

void JsonHighlighter::setColors(const QPalette& palette)
{
    m_palette = palette;
    rehighlight();
}

void JsonHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format)
{
    const Tokens& t = tokensOf(m_palette);
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    QTextCharFormat text;
    const Style style = format.textStyle();
    if (style == Style::DataType || style == Style::Attribute)
        text.setForeground(t.info);
    else if (style == Style::String || style == Style::SpecialChar)
        text.setForeground(t.ok);
    else if (style == Style::DecVal || style == Style::Float || style == Style::Constant || style == Style::Keyword)
        text.setForeground(t.warn);
    else if (style == Style::Error)
        text.setForeground(t.bad);
    else
        text.setForeground(t.text);
    setFormat(offset, length, text);
}

} // namespace slipway
