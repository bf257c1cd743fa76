#include "views/settings/settingrow.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
/// What a dialog of 560 leaves beside the widest control and a scroll bar.
constexpr int kTextWidth = 256;
} // namespace

SettingRow::SettingRow(const QString& title, const QString& sentence, QWidget* control, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_sentence(new QLabel(this))
{
    setTextRole(*m_sentence, TextRole::Caption);
    m_sentence->setWordWrap(true);
    control->setAccessibleName(title);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(16);
    row->addLayout(texts);
    row->addStretch(1);
    row->addWidget(control, 0, Qt::AlignRight | Qt::AlignVCenter);
    control->setAccessibleDescription(sentence);
    setSentence(sentence);
}

QString SettingRow::title() const
{
    return m_title->text();
}

QString SettingRow::sentence() const
{
    return m_sentence->text();
}

void SettingRow::setSentence(const QString& sentence, Kind kind)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    // A scroll area does not ask its rows how high they get with their width.
    m_sentence->setFixedSize(kTextWidth, m_sentence->heightForWidth(kTextWidth));
    m_sentence->setVisible(!sentence.isEmpty());
    color();
}

void SettingRow::color()
{
    const Tokens& t = tokensOf(palette());
    const QColor wanted = m_kind == Kind::Warning ? t.warn : t.muted;
    QPalette colors = m_sentence->palette();
    if (colors.color(QPalette::WindowText) == wanted)
        return;
    colors.setColor(QPalette::WindowText, wanted);
    m_sentence->setPalette(colors);
}

void SettingRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        color();
}

bool SettingRow::matches(const QStringList& words, const QString& section) const
{
    const QString all = section + u' ' + m_title->text() + u' ' + m_sentence->text();
    return std::ranges::all_of(words, [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace slipway
