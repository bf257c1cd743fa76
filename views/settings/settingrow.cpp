#include "views/settings/settingrow.h"

#include "views/theme/typography.h"
#include "views/widgets/glyphlabel.h"

#include <QAbstractButton>
#include <QComboBox>
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
constexpr int kGlyph = 14;

/// What can be chosen or pressed in a control.
QString offeredWords(const QWidget& control)
{
    QStringList words;
    if (const auto* box = qobject_cast<const QComboBox*>(&control))
        for (int i = 0; i < box->count(); ++i)
            words.append(box->itemText(i));
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&control))
        words.append(button->text());
    return words.join(u' ');
}

} // namespace

SettingRow::SettingRow(const QString& title, const QString& sentence, QWidget* control, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_sentence(new QLabel(this))
    , m_control(control)
    , m_glyph(new GlyphLabel(Glyph::Warning, kGlyph, this))
{
    followText(*this, [this] { fitSentence(); });
    m_sentence->setWordWrap(true);
    control->setAccessibleName(title);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_glyph);
    head->addWidget(m_title, 1);
    texts->addLayout(head);
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

/// A scroll area does not ask its rows how high they get with their width.
void SettingRow::fitSentence()
{
    setTextRole(*m_sentence, TextRole::Caption);
    m_sentence->setMinimumSize(0, 0); // else it is never told lower than it was
    const int width = withText(kTextWidth);
    m_sentence->setFixedSize(width, m_sentence->text().isEmpty() ? 0 : m_sentence->heightForWidth(width));
}

void SettingRow::setSentence(const QString& sentence, Kind kind)
{
    m_sentence->setText(sentence);
    fitSentence();
    m_sentence->setVisible(!sentence.isEmpty());
    m_sentence->setForegroundRole(kind == Kind::Warning ? QPalette::WindowText : QPalette::PlaceholderText);
    m_glyph->setVisible(kind == Kind::Warning);
}

bool SettingRow::matches(const QStringList& words, const QString& section) const
{
    const QString all =
        QStringList{section, m_title->text(), m_sentence->text(), offeredWords(*m_control), m_synonyms}.join(u' ');
    return std::ranges::all_of(words, [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace slipway
