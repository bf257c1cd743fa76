#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QPalette>

namespace slipway
{

/// JSON in the theme's own colours: the grammar is KSyntaxHighlighting's, the colours are the tokens.
class JsonHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
public:
    explicit JsonHighlighter(QTextDocument* document);

    void setColors(const QPalette& palette);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override;

private:
    KSyntaxHighlighting::Repository m_repository;
    QPalette m_palette;
};

} // namespace slipway
