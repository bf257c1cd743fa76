#include "views/drift/findingcard.h"

#include "core/digest.h"
#include "drift/drifttext.h"
#include "models/driftwords.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/readarea.h"
#include "views/widgets/sectioncard.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QChar kJoiner(0x2060);

/// Between its digits and the dots of a short digest ("73d5f0…26a6") no line ends.
QString unbroken(QString text)
{
    static const QRegularExpression dots(u"(?<=[0-9a-f]{6})\u2026(?=[0-9a-f]{4})"_s);
    return text.replace(dots, QString(kJoiner) + QChar(0x2026) + kJoiner);
}

QString shortly(const QString& value)
{
    const auto digest = Digest::parse(value);
    return digest ? digest->shortForm() : value;
}

/// What the sentence does not say: which layers, and all packages.
QString factsOf(const DriftFinding& finding)
{
    QStringList lines{FindingCard::tr("Check: %1").arg(driftCheckTip(finding.check))};
    if (!finding.expected.isEmpty())
        lines.append(FindingCard::tr("Expected: %1").arg(shortly(finding.expected)));
    if (!finding.actual.isEmpty())
        lines.append(FindingCard::tr("Is: %1").arg(shortly(finding.actual)));
    for (const auto& difference : finding.differences)
        lines.append(difference);
    return lines.join(u'\n');
}

} // namespace

FindingCard::FindingCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Finding"), this))
    , m_texts(new QVBoxLayout)
    , m_buttons(new QVBoxLayout)
    , m_image(new ElidedLabel(this, Qt::ElideMiddle))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_texts->setSpacing(6);
    m_texts->addWidget(m_image);
    setTextRole(*m_image, TextRole::CardHeader);
    m_sentence = addText();
    m_since = addText();
    m_facts = addText();
    m_history = addText();
    for (auto* label : {m_since, m_facts, m_history}) {
        setTextRole(*label, TextRole::Caption);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_buttons->setSpacing(6);
    column->addLayout(m_texts);
    column->addStretch();
    auto* scrolled = new ReadArea(content, this);
    scrolled->setAccessibleName(tr("Details of the finding"));
    m_card->body().setContentsMargins(0, 0, 0, 0);
    m_card->body().addWidget(scrolled, 1);
    m_buttons->setContentsMargins(12, 4, 12, 12);
    m_card->body().addLayout(m_buttons);
    showFinding(std::nullopt, {});
}

QLabel* FindingCard::addText()
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_texts->addWidget(label);
    return label;
}

void FindingCard::addAction(QAction& action, const QString& text)
{
    auto* button = new QPushButton(icon(QLatin1StringView(action.property("iconName").toByteArray())), text, this);
    button->setToolTip(action.toolTip());
    const auto follow = [button, &action] {
        button->setEnabled(action.isEnabled());
        button->setVisible(action.isVisible());
        button->setToolTip(action.toolTip());
    };
    connect(&action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    m_buttons->addWidget(button);
    follow();
}

void FindingCard::showFinding(const std::optional<FindingLife>& life, const QDateTime& now)
{
    m_life = life;
    m_image->setFullText(life ? findingWord(*life) + u": "_s + findingImage(life->finding) : tr("Nothing is chosen."));
    m_sentence->setText(life ? unbroken(driftSentence(life->finding)) : QString());
    m_since->setText(life ? findingLifeText(*life, now) : QString());
    m_facts->setText(life ? unbroken(factsOf(life->finding)) : QString());
    m_history->setText(life ? findingHistory(*life).join(u'\n') : QString());
    for (auto* label : {m_sentence, m_since, m_facts, m_history})
        label->setVisible(life.has_value());
}

QStringList FindingCard::lines() const
{
    QStringList lines{m_image->fullText()};
    for (const auto* label : {m_sentence, m_since, m_facts, m_history})
        if (!label->text().isEmpty())
            lines += QString(label->text()).remove(kJoiner).split(u'\n');
    return lines;
}

} // namespace slipway
