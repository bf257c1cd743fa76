#include "views/ladder/comparedialog.h"

#include "views/ladder/ladderview.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/copying.h"
#include "views/widgets/toast.h"
#include "views/widgets/windowplace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QSize kUsual(1040, 560);
} // namespace

CompareDialog::CompareDialog(QWidget* parent)
    : QDialog(parent)
    , m_choiceRow(new QWidget(this))
    , m_choice(new QComboBox(m_choiceRow))
{
    setWindowTitle(tr("Compare layers"));
    setMinimumSize(760, 360);
    followText(*this, [this] { fitUsualSize(); });
    auto* label = new QLabel(tr("&Platform"), m_choiceRow);
    label->setBuddy(m_choice);
    m_choice->setAccessibleName(tr("Platform"));
    connect(m_choice, &QComboBox::activated, this, &CompareDialog::choiceMade);
    auto* choiceRow = new QHBoxLayout(m_choiceRow);
    choiceRow->setContentsMargins(0, 0, 0, 0);
    choiceRow->addWidget(label);
    choiceRow->addWidget(m_choice);
    choiceRow->addStretch();
    auto* card = new Card(this);
    m_panel = new LadderPanel(card);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(m_panel);
    auto* copy = new QPushButton(icon("edit-copy"_L1), tr("Copy as Markdown"), this);
    connect(copy, &QPushButton::clicked, this, &CompareDialog::copyMarkdown);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* foot = new QWidget(this);
    keepClearOfToasts(*foot);
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_choiceRow);
    layout->addWidget(card, 1);
    layout->addWidget(foot);
    setChoices({}, 0);
    m_panel->setFocus();
}

void CompareDialog::fitUsualSize()
{
    const QSize room = screen()->availableGeometry().size().expandedTo(kUsual);
    const QSize usual = QSize(withText(kUsual.width()), withText(kUsual.height())).boundedTo(room);
    const QSize before = std::exchange(m_usual, usual);
    const QRect frame = frameGeometry();
    if (before.isEmpty() || size() == before)
        resize(m_usual);
    keepMiddle(*this, frame);
}

void CompareDialog::setChoices(const QStringList& platforms, int current)
{
    m_choice->clear();
    m_choice->addItems(platforms);
    m_choice->setCurrentIndex(current);
    m_choiceRow->setVisible(platforms.size() > 1);
}

void CompareDialog::copyMarkdown()
{
    copyAndTell(*this, ladderMarkdown(m_panel->model()), Copied::Markdown);
}

} // namespace slipway
