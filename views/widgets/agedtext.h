#pragma once

#include "views/pagestate.h"

#include <QObject>

class QWidget;

namespace slipway
{

/// Greys what a widget and all in it say while it may be out of date, whichever theme is on. What has a colour of its
/// own, as states have, keeps it.
class AgedText final : public QObject
{
    Q_OBJECT
public:
    /// `widget` owns it.
    explicit AgedText(QWidget& widget);

    void setAge(DataAge age);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void color();

    QWidget& m_widget;
    DataAge m_age = DataAge::Fresh;
};

} // namespace slipway
