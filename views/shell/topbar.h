#pragma once

#include <QWidget>

namespace slipway
{

class ApiLimitMeter;
class Breadcrumb;
class CommandField;
class Freshness;
class OwnerChooser;

/// The bar above the pages: whose registry, where in it, how fresh, and what is left of the API limit.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    [[nodiscard]] OwnerChooser& owner() { return *m_owner; }
    [[nodiscard]] Breadcrumb& breadcrumb() { return *m_breadcrumb; }
    [[nodiscard]] CommandField& commandField() { return *m_commandField; }
    [[nodiscard]] Freshness& freshness() { return *m_freshness; }
    [[nodiscard]] ApiLimitMeter& apiLimit() { return *m_apiLimit; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    OwnerChooser* m_owner;
    Breadcrumb* m_breadcrumb;
    CommandField* m_commandField;
    Freshness* m_freshness;
    ApiLimitMeter* m_apiLimit;
};

} // namespace slipway
