#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace slipway
{

/// Tells who gets the keyboard (null: nobody) for as long as it is there. As the last member of a widget it is gone
/// before anything else of the widget is: while children are deleted the keyboard still moves among them.
class FocusWatch final
{
public:
    explicit FocusWatch(const std::function<void(QWidget* now)>& moved);

private:
    QObject m_context;
};

} // namespace slipway
