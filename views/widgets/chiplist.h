#pragma once

#include <QStringList>
#include <QWidget>

namespace slipway
{

/// Chips in as many lines as they need.
class ChipList final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipList(QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {48, heightForWidth(48)}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QList<QRect> layoutChips(int width) const;

    QStringList m_texts;
};

} // namespace slipway
