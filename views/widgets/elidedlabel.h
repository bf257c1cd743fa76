#pragma once

#include <QLabel>

namespace slipway
{

/// One line of text that is cut with an ellipsis where it does not fit, and then tells the whole in its tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);

    void setFullText(const QString& text);
    [[nodiscard]] const QString& fullText() const { return m_fullText; }
    /// A sentence that is always in the tooltip, after the whole text where that is cut.
    void setHint(const QString& hint);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();

    QString m_fullText;
    QString m_hint;
    Qt::TextElideMode m_mode;
};

} // namespace slipway
