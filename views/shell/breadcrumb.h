#pragma once

#include <QStringList>
#include <QWidget>

namespace slipway
{

/// Where a person is: muted steps, the last one strong. Steps in the middle give way first where the room is short.
class Breadcrumb final : public QWidget
{
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget* parent = nullptr);

    void setSteps(const QStringList& steps);
    [[nodiscard]] const QStringList& steps() const { return m_steps; }
    /// Those that are in sight: as many as there is room for, “…” in place of the others, the last in any case.
    [[nodiscard]] QStringList shownSteps() const { return fittingSteps(width()); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QStringList fittingSteps(int width) const;
    void describe();

    QStringList m_steps;
};

} // namespace slipway
