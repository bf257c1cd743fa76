#pragma once

#include <QObject>
#include <QTimer>

class QTreeView;

namespace slipway
{

/// Keeps what is looked at in a view of uniform rows, scrolled by pixels, where it is when text changes its size, and
/// rows their height: the topmost row stays the topmost, and the current one in sight if it was. One that is scrolled
/// by rows does so by itself. Belongs to the view.
class TextPlace final : public QObject
{
public:
    explicit TextPlace(QTreeView& view);

private:
    /// In pixels of rows as high as they were; nothing where all of them were in sight from the first on.
    struct Place {
        int top = 0;
        int sight = 0;
        int contents = 0;
    };

    void note();
    void settle();
    void restore();

    QTreeView& m_view;
    qreal m_scale; ///< of the text when the place was noted
    Place m_place;
    QTimer m_settling;
    bool m_hasMoved = false; ///< the view got another range since the last turn
};

} // namespace slipway
