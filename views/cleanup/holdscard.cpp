#include "views/cleanup/holdscard.h"

#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/sectioncard.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Beside an open log in the smallest window it scrolls.
constexpr int kLeastHeight = 56;

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(*label, TextRole::Caption);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    setTextRole(*label, TextRole::CaptionMedium);
    return label;
}

} // namespace

HoldsCard::HoldsCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Policy"), this))
    , m_note(caption(tr("Protections always win over the rules."), this))
    , m_why(new SearchField(tr("Tag or digest"), icon("search"_L1, IconColor::Muted), this))
    , m_answer(caption({}, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(heading(tr("Why kept?"), content));
    column->addWidget(m_why);
    m_answer->setForegroundRole(QPalette::WindowText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_answer);
    column->addSpacing(6);
    column->addWidget(heading(tr("Protections, and how many versions they hold"), content));
    m_holds = new QWidget(content);
    m_rows = new QGridLayout(m_holds);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setColumnStretch(0, 1);
    m_rows->setVerticalSpacing(6);
    column->addWidget(m_holds);
    column->addWidget(m_note);
    column->addStretch(1);
    auto* scroll = new QScrollArea(m_card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    followText(*scroll, [scroll] { scroll->setMinimumHeight(withText(kLeastHeight)); });
    scroll->setWidget(content);
    // The card's ground shows through.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addWidget(scroll, 1);
    m_why->setPlaceholderText(tr("Tag or digest"));
    connect(m_why, &QLineEdit::textChanged, this, &HoldsCard::ask);
    showHolds();
    showLines({});
}

void HoldsCard::showSheet(const CleanupSheetPtr& sheet)
{
    m_sheet = sheet;
    const QString file = sheet ? QFileInfo(sheet->terms.file).fileName() : QString();
    m_card->setSubText(!sheet ? QString() : file.isEmpty() ? tr("the usual one: untagged for 90 days") : file);
    showHolds();
    ask();
}

void HoldsCard::showHolds()
{
    while (auto* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& hold : m_sheet ? m_sheet->holds : std::vector<CleanupHold>()) {
        auto* words = new ElidedLabel(m_holds);
        words->setFullText(hold.words);
        auto* count = new QLabel(QString::number(hold.versions), m_holds);
        setTextRole(*count, TextRole::Number);
        count->setAlignment(Qt::AlignRight);
        count->setAccessibleName(tr("%1: %n version(s)", nullptr, static_cast<int>(hold.versions)).arg(hold.words));
        m_rows->addWidget(words, row, 0);
        m_rows->addWidget(count, row++, 1);
    }
    m_note->setText(row > 0 ? tr("Protections always win over the rules.") : tr("Nothing is protected yet."));
}

void HoldsCard::ask()
{
    const QString meant = m_why->text().trimmed();
    if (m_sheet && !meant.isEmpty())
        Q_EMIT asked(meant);
    else
        showLines({});
}

void HoldsCard::showAnswers(const QString& meant, const std::vector<CleanupAnswer>& answers)
{
    if (meant != m_why->text().trimmed())
        return;
    QStringList lines;
    for (const auto& answer : answers) {
        const QString fate = answer.fate == CleanupFate::Goes ? tr("%1 goes", "an image").arg(answer.name)
                                                              : tr("%1 stays", "an image").arg(answer.name);
        lines.append(fate + u": "_s
                     + (answer.reasons.isEmpty() ? tr("no policy is for its package") : answer.reasons.join(u"; "_s)));
    }
    if (answers.empty())
        lines.append(tr("No version has this tag, or a digest that begins so."));
    showLines(lines);
}

void HoldsCard::showLines(const QStringList& lines)
{
    m_answer->setText(lines.isEmpty() ? tr("A tag such as v1.2, an image with its tag, or a digest.")
                                      : lines.join(u'\n'));
    m_why->setAccessibleDescription(m_answer->text());
}

QString HoldsCard::answer() const
{
    return m_answer->text();
}

} // namespace slipway
