#pragma once

#include "core/clock.h"
#include "views/pagestate.h"

#include <QWidget>

namespace slipway
{

class ToneLabel;

/// What a person should know of data that are not as fresh as they look: "Offline: data from 13:58. Actions that write
/// to GitHub are off", with the day if that is not the one of `now`. Empty where there is nothing to know.
[[nodiscard]] QString stateNote(const PageState& state, const QDateTime& now);

/// That sentence with its glyph, for a status bar or the head of a card; hidden where there is none.
class StateNote final : public QWidget
{
    Q_OBJECT
public:
    explicit StateNote(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    void setState(const PageState& state);
    [[nodiscard]] QString text() const;

private:
    ToneLabel* m_text;
    Clock m_clock;
};

} // namespace slipway
