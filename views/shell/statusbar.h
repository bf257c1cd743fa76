#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace slipway
{

class OperationStrip;
class OperationsModel;

/// The bar below the pages: at most two running operations, how many more there are, and which registry this is.
class StatusBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(OperationsModel& operations, QWidget* parent = nullptr);

    void setRegistryName(const QString& name);
    /// What a person reads, strip by strip.
    [[nodiscard]] QStringList texts() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showOperations();

    OperationsModel& m_operations;
    QList<OperationStrip*> m_strips;
    QLabel* m_more;
    QLabel* m_registry;
};

} // namespace slipway
