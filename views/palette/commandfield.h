#pragma once

#include <QAbstractButton>

namespace slipway
{

/// The field in the top bar that opens the command palette: it looks like one to type into, and typing is done there.
class CommandField final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CommandField(QWidget* parent = nullptr);

    /// The keys that do the same, at its right end.
    void setKeys(const QString& keys);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_keys;
};

} // namespace slipway
