#include "models/figuretable.h"

#include "models/csvline.h"

namespace slipway
{

QByteArray figuresAsCsv(const FigureTable& table)
{
    const auto line = [&table](const auto& fieldOf) {
        QStringList fields;
        for (size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].kind != FigureKind::Bar)
                fields.append(fieldOf(i));
        return csvLine(fields);
    };
    QByteArray csv = line([&](size_t i) { return table.columns[i].title; });
    for (const auto& row : table.rows) {
        if (row.isHeading)
            continue;
        csv += line([&](size_t i) { return row.cells[i].exact.isEmpty() ? row.cells[i].text : row.cells[i].exact; });
    }
    return csv;
}

} // namespace slipway
