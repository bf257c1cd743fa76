#pragma once

#include <QStringList>
#include <QToolButton>

namespace slipway
{

/// The organisation in sight and the menu to choose another.
class OwnerChooser final : public QToolButton
{
    Q_OBJECT
public:
    explicit OwnerChooser(QWidget* parent = nullptr);

    /// What the menu offers, and which of it is in sight.
    void setOwners(const QStringList& owners, const QString& current);
    [[nodiscard]] QString current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void ownerChosen(const QString& owner);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_current;
};

} // namespace slipway
