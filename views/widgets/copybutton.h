#pragma once

#include <QToolButton>

namespace slipway
{

/// Puts a text on the clipboard and says for a moment that it did.
class CopyButton final : public QToolButton
{
    Q_OBJECT
public:
    /// `what` is what a person is told is copied: "digest".
    explicit CopyButton(const QString& what, QWidget* parent = nullptr);

    void setCopyText(const QString& text);

private:
    void copy();

    QString m_what;
    QString m_text;
};

/// Puts `text` on the clipboard.
void copyToClipboard(const QString& text);

} // namespace slipway
