#include "models/configmodel.h"

#include "models/tiptext.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

// The internal id of a line is its section's row and one; sections have none.
constexpr quintptr kSection = 0;

/// A value as a person reads it, or that there is none.
QString valueText(const ConfigField& field)
{
    if (field.value.isEmpty())
        return field.form == ConfigForm::Entry ? ConfigModel::tr("empty") : ConfigModel::tr("not set");
    return field.value;
}

QString oneLine(QString value)
{
    return value.replace(u'\n', u'↵');
}

} // namespace

ConfigModel::ConfigModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void ConfigModel::setSections(std::vector<ConfigSection> sections)
{
    if (sections == m_sections)
        return;
    beginResetModel();
    m_sections = std::move(sections);
    endResetModel();
}

QModelIndex ConfigModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kSection);
}

QModelIndex ConfigModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kSection)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kSection);
}

int ConfigModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    if (parent.internalId() != kSection || parent.column() != 0)
        return 0;
    return static_cast<int>(m_sections[static_cast<size_t>(parent.row())].fields.size());
}

int ConfigModel::columnCount(const QModelIndex&) const
{
    return 2;
}

QVariant ConfigModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() != kSection)
        return fieldData(m_sections[index.internalId() - 1].fields[static_cast<size_t>(index.row())], index.column(),
                         role);
    const auto& section = m_sections[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? section.title
                                   : tr("%n field(s)", nullptr, static_cast<int>(section.fields.size()));
    return {};
}

QVariant ConfigModel::fieldData(const ConfigField& field, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == 0 ? field.name : oneLine(valueText(field));
    case Qt::ToolTipRole:
        return tipText(column == 0 ? field.name : field.value);
    case Qt::AccessibleTextRole:
        return column == 0 ? field.name : valueText(field);
    case kWordsRole:
        return column == 1 && (field.value.isEmpty() || field.form == ConfigForm::Words);
    case kNothingRole:
        return column == 1 && field.value.isEmpty();
    case kCopyRole:
        return QString(field.name + u'=' + field.value);
    default:
        return {};
    }
}

QVariant ConfigModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

} // namespace slipway
