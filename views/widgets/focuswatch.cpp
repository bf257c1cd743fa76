#include "views/widgets/focuswatch.h"

#include <QApplication>

namespace slipway
{

FocusWatch::FocusWatch(const std::function<void(QWidget* now)>& moved)
{
    QObject::connect(qApp, &QApplication::focusChanged, &m_context,
                     [moved](QWidget* /*old*/, QWidget* now) { moved(now); });
}

} // namespace slipway
