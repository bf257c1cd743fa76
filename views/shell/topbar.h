#pragma once

#include <QWidget>

namespace slipway
{

class AccessBadge;
class ApiLimitMeter;
class Badge;
class Breadcrumb;
class CommandField;
class Freshness;
class OwnerChooser;

/// The bar above the pages: whose registry, where in it, whether it may be changed, how fresh, and what is left of the
/// API limit.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    [[nodiscard]] OwnerChooser& owner() { return *m_owner; }
    /// "Demo" beside an organisation that is invented; hidden at first.
    [[nodiscard]] Badge& demo() { return *m_demo; }
    [[nodiscard]] Breadcrumb& breadcrumb() { return *m_breadcrumb; }
    [[nodiscard]] AccessBadge& access() { return *m_access; }
    [[nodiscard]] CommandField& commandField() { return *m_commandField; }
    [[nodiscard]] Freshness& freshness() { return *m_freshness; }
    [[nodiscard]] ApiLimitMeter& apiLimit() { return *m_apiLimit; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    OwnerChooser* m_owner;
    Badge* m_demo;
    Breadcrumb* m_breadcrumb;
    CommandField* m_commandField;
    AccessBadge* m_access;
    Freshness* m_freshness;
    ApiLimitMeter* m_apiLimit;
};

} // namespace slipway
