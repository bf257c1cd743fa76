#include "views/widgets/statenote.h"

#include "models/timetext.h"
#include "views/theme/typography.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/tonelabel.h"

#include <QHBoxLayout>

namespace slipway
{

namespace
{
constexpr int kGlyph = 14;
}

QString stateNote(const PageState& state, const QDateTime& now)
{
    switch (state.kind) {
    case PageState::Kind::Loading:
    case PageState::Kind::Ready:
    case PageState::Kind::Failed: // a bar tells what failed, with what to do about it
        return {};
    case PageState::Kind::Stale:
        return state.since.isValid() ? StateNote::tr("Not read again since %1").arg(whenText(state.since, now))
                                     : StateNote::tr("Not read again yet");
    case PageState::Kind::Offline:
        return state.since.isValid() ? StateNote::tr("Offline: data from %1. Actions that write to GitHub are off")
                                           .arg(whenText(state.since, now))
                                     : StateNote::tr("Offline. Actions that write to GitHub are off");
    }
    return {};
}

StateNote::StateNote(QWidget* parent)
    : QWidget(parent)
    , m_text(new ToneLabel(Tone::Warn, this))
{
    setTextRole(*m_text, TextRole::Caption);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(new GlyphLabel(Glyph::Warning, kGlyph, this));
    layout->addWidget(m_text);
    hide();
}

void StateNote::setState(const PageState& state)
{
    const QString text = stateNote(state, m_clock.now());
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void StateNote::setClock(const Clock& clock)
{
    m_clock = clock;
}

QString StateNote::text() const
{
    return m_text->text();
}

} // namespace slipway
