#include "views/accounts/grantstable.h"

#include "accounts/tokentext.h"
#include "views/theme/typography.h"
#include "views/widgets/glyphlabel.h"

#include <QGridLayout>
#include <QLabel>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Glyph glyphOf(const CapabilityGrant& grant)
{
    switch (grant.grant) {
    case Grant::Granted:
        return Glyph::Ok;
    case Grant::Missing:
        return grant.isNeeded ? Glyph::Warning : Glyph::Dash;
    case Grant::Unknown:
        return Glyph::Info;
    case Grant::Refused:
        return Glyph::Bad;
    }
    return Glyph::Dash;
}

QLabel* textLabel(const QString& text, TextRole role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setTextRole(*label, role);
    return label;
}

} // namespace

GrantsTable::GrantsTable(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    setAccessibleName(tr("What the token may do"));
}

void GrantsTable::setGrants(const std::vector<CapabilityGrant>& grants)
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    addHeader();
    int row = 1;
    for (const auto& grant : grants)
        addRow(row++, grant);
    setAccessibleDescription(m_lines.join(u". "_s));
}

void GrantsTable::addHeader()
{
    int column = 1;
    for (const QString& title : {tr("For"), tr("Scope"), tr("State")}) {
        auto* label = textLabel(title, TextRole::Caption, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(label, 0, column++);
    }
}

void GrantsTable::addRow(int row, const CapabilityGrant& grant)
{
    const bool isLost = grant.grant == Grant::Missing || grant.grant == Grant::Refused;
    const QString name = capabilityText(grant.capability);
    auto* what = new QWidget(this);
    auto* texts = new QVBoxLayout(what);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(0);
    texts->addWidget(textLabel(name, TextRole::Body, what));
    if (isLost) {
        auto* loss = textLabel(lossText(grant.capability), TextRole::Caption, what);
        loss->setForegroundRole(QPalette::PlaceholderText);
        texts->addWidget(loss);
    }
    m_grid->addWidget(new GlyphLabel(glyphOf(grant), 16, this), row, 0);
    m_grid->addWidget(what, row, 1);
    m_grid->addWidget(textLabel(grant.scope, TextRole::Mono, this), row, 2);
    m_grid->addWidget(textLabel(grantText(grant.grant), TextRole::Body, this), row, 3);
    QStringList line{name, grant.scope, grantText(grant.grant)};
    if (isLost)
        line.append(lossText(grant.capability));
    m_lines.append(line.join(u", "_s));
}

} // namespace slipway
